using System.Security.Cryptography;
using System.Text.Json;
using Archive.Store;
using Archive.Store.Accounts;
using Archive.Web.Accounts.Passwords;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Accounts.Passkeys;

/// <summary>
/// Making and using passkeys. The challenge goes into the page, and comes back sealed with the answer: good for five minutes, and once. What
/// makes an answer right is ASP.NET Core Identity's to say.
/// </summary>
internal sealed class PasskeyCeremony(
    IPasskeyHandler<Account> handler, UserManager<Account> accounts, IDbContextFactory<ArchiveContext> store, IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector seal = protection.CreateProtector("Archive.Accounts.Passkeys").ToTimeLimitedDataProtector();

    /// <summary>For an account that shall have another passkey.</summary>
    public async Task<PasskeyForm> ToCreateAsync(HttpContext context, long account)
    {
        var (id, name) = (IdOf(account), (await FindAsync(account)).Name);
        var made = await handler.MakeCreationOptionsAsync(new() { Id = id, Name = name, DisplayName = name }, context);
        return new("create", made.CreationOptionsJson, Sealed($"create {id}", made.AttestationState), "Make a passkey");
    }

    /// <summary>For whoever wants to sign in; or for one account, to prove it is still they.</summary>
    public async Task<PasskeyForm> ToSignInAsync(HttpContext context, long? account = null)
    {
        var made = await handler.MakeRequestOptionsAsync(account is { } one ? await FindAsync(one) : null, context);
        return new("get", made.RequestOptionsJson, Sealed($"get {IdOf(account)}", made.AssertionState), "Use a passkey");
    }

    /// <returns>The new passkey, not yet kept; null where the answer is not right.</returns>
    public async Task<Passkey?> MadeAsync(HttpContext context, long account, string credential, string state, string name)
    {
        if (await OpenAsync($"create {IdOf(account)}", state, context.RequestAborted) is not { } asked)
        {
            return null;
        }
        var result = await TryAsync(() => handler.PerformAttestationAsync(new() { HttpContext = context, CredentialJson = credential, AttestationState = asked }));
        if (result is not { Succeeded: true })
        {
            return null;
        }
        return new()
        {
            CredentialId = result.Passkey.CredentialId, PublicKey = result.Passkey.PublicKey, Name = name, CreatedAt = result.Passkey.CreatedAt.UtcDateTime,
            SignCount = result.Passkey.SignCount, Transports = string.Join(' ', result.Passkey.Transports ?? []),
            IsUserVerified = result.Passkey.IsUserVerified, IsBackupEligible = result.Passkey.IsBackupEligible, IsBackedUp = result.Passkey.IsBackedUp,
        };
    }

    /// <returns>Whose passkey it is; null where the answer is not right, or they may not sign in.</returns>
    public async Task<Account?> SignedAsync(HttpContext context, string credential, string state, long? account = null)
    {
        if (await OpenAsync($"get {IdOf(account)}", state, context.RequestAborted) is not { } asked)
        {
            return null;
        }
        var result = await TryAsync(() => handler.PerformAssertionAsync(new() { HttpContext = context, CredentialJson = credential, AssertionState = asked }));
        if (result is not { Succeeded: true, User.MaySignIn: true } || account is { } one && result.User.Id != one)
        {
            return null;
        }
        return await UsedAsync(result.Passkey, context.RequestAborted) ? result.User : null;
    }

    private static string IdOf(long? account) => FormattableString.Invariant($"{account}");

    private static async Task<TResult?> TryAsync<TResult>(Func<Task<TResult>> perform)
        where TResult : class
    {
        try
        {
            return await perform();
        }
        catch (Exception e) when (e is PasskeyException or JsonException or FormatException)
        {
            return null;
        }
    }

    // False where its owner removed it in this moment.
    private async Task<bool> UsedAsync(UserPasskeyInfo passkey, CancellationToken cancellation)
    {
        var (id, count, verified, backedUp, now) = (passkey.CredentialId, (long)passkey.SignCount, passkey.IsUserVerified, passkey.IsBackedUp, clock.GetUtcNow().UtcDateTime);
        await using var archive = await store.OpenForAccountsAsync(cancellation);
        return await archive.Passkeys.Where(one => one.CredentialId == id).ExecuteUpdateAsync(
            one => one.SetProperty(row => row.SignCount, count).SetProperty(row => row.IsUserVerified, verified).SetProperty(row => row.IsBackedUp, backedUp).SetProperty(row => row.UsedAt, now),
            cancellation) == 1;
    }

    private async Task<Account> FindAsync(long account) =>
        await accounts.FindByIdAsync(IdOf(account)) ?? throw new InvalidOperationException("The account was removed.");

    private string Sealed(string purpose, string? state) => seal.Protect($"{purpose}\n{state}", Patience);

    private async Task<string?> OpenAsync(string purpose, string state, CancellationToken cancellation)
    {
        try
        {
            if (seal.Unprotect(state).Split('\n', 2) is not [var what, var asked] || what != purpose)
            {
                return null;
            }
            await using var archive = await store.OpenForAccountsAsync(cancellation);
            return await SecondFactor.SpendAsync(archive, state, (clock.GetUtcNow() + Patience).UtcDateTime, cancellation) ? asked : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
