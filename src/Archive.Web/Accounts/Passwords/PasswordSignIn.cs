using System.Text;
using Archive.Store;
using Archive.Store.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Accounts.Passwords;

/// <summary>What came of a name, a password and a code.</summary>
/// <param name="Account">Whose they are; null where they are nobody's, and nothing says which of the three was wrong.</param>
/// <param name="IsTooEarly">True where they were not even looked at.</param>
internal sealed record PasswordOutcome(Account? Account, bool IsTooEarly = false);

/// <summary>Checks name, password and code together, so that an answer never tells which of them was right.</summary>
internal sealed class PasswordSignIn(
    IDbContextFactory<ArchiveContext> store, PasswordHashing hashing, SecondFactor secondFactor, Guesses guesses, KnownBrowser browsers)
{
    // A password may be typed in more characters than it was set in.
    private const int LongestTyped = 4 * PasswordRules.Longest;

    public async Task<PasswordOutcome> CheckAsync(HttpContext context, string name, string password, string code)
    {
        var cancellation = context.RequestAborted;
        // Nobody's, and putting accents in order takes the square of their number.
        if (name.Length > LongestTyped || password.Length > LongestTyped || code.Length > LongestTyped)
        {
            return new(null);
        }
        var key = Account.KeyOf(name);
        if (!await guesses.TakeAsync(key, browsers.Of(context, key), context.Connection.RemoteIpAddress, cancellation))
        {
            return new(null, IsTooEarly: true);
        }
        await using var archive = await store.OpenForAccountsAsync(cancellation);
        var account = await archive.Accounts.AsNoTracking().SingleOrDefaultAsync(one => one.NameKey == key, cancellation);
        switch (await hashing.VerifyAsync(account, Normal(password), cancellation))
        {
            case null:
                return new(null, IsTooEarly: true);
            case PasswordVerificationResult.Failed:
                return new(null);
            case var result:
                if (!account!.MaySignIn || !await secondFactor.IsProvedAsync(account, code, cancellation))
                {
                    return new(null);
                }
                if (result == PasswordVerificationResult.SuccessRehashNeeded)
                {
                    var hash = hashing.Hash(account, Normal(password));
                    await archive.Accounts.Where(one => one.Id == account.Id && one.PasswordHash == account.PasswordHash)
                        .ExecuteUpdateAsync(one => one.SetProperty(row => row.PasswordHash, hash), cancellation);
                }
                browsers.Remember(context, account);
                return new(account);
        }
    }

    /// <summary>The same letters typed on another keyboard are the same password.</summary>
    public static string Normal(string password) => password.Normalize(NormalizationForm.FormKC);
}
