using System.Security.Cryptography;
using Archive.Store.Accounts;
using Archive.Store.Accounts.Auditing;
using Archive.Web.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Archive.Web.Accounts.Passwords;

/// <summary>What the form for a new password shows: the second factor's secret as a picture and as text, and sealed until the form comes back.</summary>
/// <param name="Error">Why the last try was refused.</param>
internal sealed record PasswordOffer(string Name, string Secret, QrPicture Picture, string State, string? Error = null);

/// <summary>A new password and the second factor that goes with it: neither is ever set without the other.</summary>
internal sealed class NewPassword(
    OwnChanges changes, PasswordHashing hashing, SecondFactor secondFactor, IDataProtectionProvider protection, IOptions<SiteOptions> site, TimeProvider clock)
{
    private readonly ITimeLimitedDataProtector seal = protection.CreateProtector("Archive.Accounts.NewPassword").ToTimeLimitedDataProtector();

    public PasswordOffer Offer(Account account) => Show(account, Totp.NewSecret(), null);

    /// <summary>Whether this is what was offered to the account, and not too long ago.</summary>
    public bool IsOffer(Account account, string state) => Open(account, state) is not null;

    /// <returns>The form again, with what is wrong; null where all is well.</returns>
    /// <param name="state">Of the offer.</param>
    public PasswordOffer? Refuse(Account account, string password, string code, string state)
    {
        if (Open(account, state) is not { } secret)
        {
            return Offer(account) with { Error = "That took too long. Please begin again, with the new picture." };
        }
        var error = PasswordRules.Refusal(password, site.Value.Title, account.Name)
            ?? (Totp.StepOf(secret, string.Concat(code.Where(char.IsAsciiDigit)), clock.GetUtcNow()) is null
                ? "The six digits are not those of this secret now. Does the telephone show the right time?"
                : null);
        return error is null ? null : Show(account, secret, error);
    }

    /// <summary>Sets what was not refused, and makes recovery codes.</summary>
    /// <returns>The codes, to be shown once; null where the one-time link is not good any more.</returns>
    public async Task<IReadOnlyList<string>?> SetAsync(Warrant by, Account account, string password, string state, CancellationToken cancellation)
    {
        var secret = Open(account, state) ?? throw new InvalidOperationException("Not an offer of this account.");
        // This takes its time, and nobody shall wait for it.
        var (hash, code) = (hashing.Hash(account, PasswordSignIn.Normal(password)), secondFactor.Seal(secret));
        IReadOnlyList<string> codes = [];
        return await changes.RunAsync(by, AccountAction.SetPassword, async (change, row) =>
        {
            (row.PasswordHash, row.CodeSecret) = (hash, code);
            codes = await RecoveryCodes.ReplaceAsync(change, row.Id, cancellation);
        }, cancellation) ? codes : null;
    }

    private PasswordOffer Show(Account account, byte[] secret, string? error) => new(
        account.Name,
        string.Join(' ', Totp.Text(secret).Chunk(4).Select(four => new string(four))),
        QrPicture.Of(Totp.Address(secret, site.Value.Title, account.Name)),
        seal.Protect($"{account.Id}\n{Convert.ToHexString(secret)}", OneTimeLink.Lifetime),
        error);

    private byte[]? Open(Account account, string state)
    {
        try
        {
            return seal.Unprotect(state).Split('\n') is [var id, var secret] && id == FormattableString.Invariant($"{account.Id}") ? Convert.FromHexString(secret) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
