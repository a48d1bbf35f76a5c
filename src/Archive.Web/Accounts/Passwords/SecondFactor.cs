using System.Globalization;
using System.Security.Cryptography;
using Archive.Store;
using Archive.Store.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Accounts.Passwords;

/// <summary>The code that goes with a password. Its secret is kept sealed; a code that was accepted is not accepted again.</summary>
internal sealed class SecondFactor(IDbContextFactory<ArchiveContext> store, IDataProtectionProvider protection, TimeProvider clock)
{
    // Longer than a code is good.
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(5);

    private readonly IDataProtector seal = protection.CreateProtector("Archive.Accounts.SecondFactor");

    public string Seal(byte[] secret) => seal.Protect(Convert.ToHexStringLower(secret));

    /// <param name="account">With a right password.</param>
    /// <param name="code">Of the authenticator program, or of the paper.</param>
    public async Task<bool> IsProvedAsync(Account account, string code, CancellationToken cancellation)
    {
        var typed = string.Concat(code.Where(c => !char.IsWhiteSpace(c)));
        if (typed.Length != Totp.Digits)
        {
            return await RecoveryCodes.UseAsync(store, account.Id, typed, clock.GetUtcNow().UtcDateTime, cancellation);
        }
        await using var archive = await store.OpenForAccountsAsync(cancellation);
        return Open(account.CodeSecret) is { } secret
            && Totp.StepOf(secret, typed, clock.GetUtcNow()) is { } step
            && await SpendAsync(archive, string.Create(CultureInfo.InvariantCulture, $"code {account.Id} {step}"), clock.GetUtcNow().UtcDateTime + Memory, cancellation);
    }

    /// <returns>False where it was spent before, on whichever node.</returns>
    public static async Task<bool> SpendAsync(ArchiveContext archive, string proof, DateTime expires, CancellationToken cancellation)
    {
        var spent = SpentProof.Of(proof, expires);
        archive.SpentProofs.Add(spent);
        try
        {
            await archive.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException)
        {
            archive.ChangeTracker.Clear();
            if (await archive.SpentProofs.AnyAsync(proof => proof.Hash == spent.Hash, cancellation))
            {
                return false;
            }
            throw;
        }
    }

    private byte[]? Open(string? sealedSecret)
    {
        try
        {
            return sealedSecret is null ? null : Convert.FromHexString(seal.Unprotect(sealedSecret));
        }
        catch (CryptographicException)
        {
            // The site's keys were lost since: a new link sets up a new one.
            return null;
        }
    }
}
