using System.Globalization;
using Archive.Store;
using Archive.Store.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Accounts;

/// <summary>What ASP.NET Core Identity asks of the store: accounts by number, name and passkey. It reads and writes the primary.</summary>
internal sealed class AccountStore(IDbContextFactory<ArchiveContext> store, TimeProvider clock) : IUserPasswordStore<Account>, IUserPasskeyStore<Account>
{
    private readonly ArchiveContext archive = store.CreateDbContext();

    public Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        long.TryParse(userId, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? Present().SingleOrDefaultAsync(account => account.Id == id, cancellationToken)
            : Task.FromResult<Account?>(null);

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        Present().SingleOrDefaultAsync(account => account.NameKey == normalizedUserName, cancellationToken);

    public Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        Present().SingleOrDefaultAsync(account => account.Passkeys.Any(passkey => passkey.CredentialId == credentialId), cancellationToken);

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken)
    {
        archive.Add(user);
        return SaveAsync(cancellationToken);
    }

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => SaveAsync(cancellationToken);

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken)
    {
        archive.Remove(user);
        return SaveAsync(cancellationToken);
    }

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString(CultureInfo.InvariantCulture));

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Name);

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => Set(() => user.Name = userName ?? "");

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.NameKey);

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => Set(() => user.NameKey = normalizedName);

    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken cancellationToken) => Set(() => user.PasswordHash = passwordHash);

    public Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => Set(() =>
    {
        if (user.Passkeys.Find(one => one.CredentialId.AsSpan().SequenceEqual(passkey.CredentialId)) is { } known)
        {
            (known.SignCount, known.IsUserVerified, known.IsBackedUp, known.UsedAt) = (passkey.SignCount, passkey.IsUserVerified, passkey.IsBackedUp, clock.GetUtcNow().UtcDateTime);
            return;
        }
        user.Passkeys.Add(new()
        {
            CredentialId = passkey.CredentialId, PublicKey = passkey.PublicKey, Name = passkey.Name ?? "Passkey", CreatedAt = passkey.CreatedAt.UtcDateTime,
            SignCount = passkey.SignCount, Transports = string.Join(' ', passkey.Transports ?? []),
            IsUserVerified = passkey.IsUserVerified, IsBackupEligible = passkey.IsBackupEligible, IsBackedUp = passkey.IsBackedUp,
        });
    });

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<UserPasskeyInfo>>([.. user.Passkeys.Select(Info)]);

    public Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(user.Passkeys.Where(passkey => passkey.CredentialId.AsSpan().SequenceEqual(credentialId)).Select(Info).SingleOrDefault());

    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        Set(() => user.Passkeys.RemoveAll(passkey => passkey.CredentialId.AsSpan().SequenceEqual(credentialId)));

    public void Dispose() => archive.Dispose();

    private async Task<IdentityResult> SaveAsync(CancellationToken cancellation)
    {
        await archive.ForAccountsAsync(cancellation);
        await archive.SaveChangesAsync(cancellation);
        return IdentityResult.Success;
    }

    private IQueryable<Account> Present() => archive.Accounts.Include(account => account.Passkeys).Where(account => account.RemovedAt == null);

    // What a device says about its make (the attestation) is not asked for, and not kept.
    private static UserPasskeyInfo Info(Passkey passkey) => new(
        passkey.CredentialId, passkey.PublicKey, new(passkey.CreatedAt, TimeSpan.Zero), (uint)passkey.SignCount,
        passkey.Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries), passkey.IsUserVerified, passkey.IsBackupEligible, passkey.IsBackedUp, [], [])
    { Name = passkey.Name };

    private static Task Set(Action set)
    {
        set();
        return Task.CompletedTask;
    }
}
