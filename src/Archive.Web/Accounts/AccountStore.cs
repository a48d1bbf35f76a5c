using System.Globalization;
using Archive.Store;
using Archive.Store.Accounts;
using Archive.Store.Accounts.Auditing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Accounts;

/// <summary>
/// What ASP.NET Core Identity asks of the store: accounts by number, name and passkey, from the primary. It changes none: that is an
/// <see cref="AccountChange"/>, which has a record.
/// </summary>
internal sealed class AccountStore(IDbContextFactory<ArchiveContext> store) : IUserPasskeyStore<Account>
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

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString(CultureInfo.InvariantCulture));

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Name);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.NameKey);

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<UserPasskeyInfo>>([.. user.Passkeys.Select(Info)]);

    public Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(user.Passkeys.Where(passkey => passkey.CredentialId.AsSpan().SequenceEqual(credentialId)).Select(Info).SingleOrDefault());

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => throw Unrecorded();

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => throw Unrecorded();

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => throw Unrecorded();

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => throw Unrecorded();

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => throw Unrecorded();

    public Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw Unrecorded();

    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) => throw Unrecorded();

    public void Dispose() => archive.Dispose();

    private static NotSupportedException Unrecorded() => new($"Accounts are changed by {nameof(AccountChange)}, which keeps a record.");

    private IQueryable<Account> Present() => archive.Accounts.AsNoTracking().Include(account => account.Passkeys).Where(account => account.RemovedAt == null);

    // What a device says about its make (the attestation) is not asked for, and not kept.
    private static UserPasskeyInfo Info(Passkey passkey) => new(
        passkey.CredentialId, passkey.PublicKey, new(passkey.CreatedAt, TimeSpan.Zero), (uint)passkey.SignCount,
        passkey.Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries), passkey.IsUserVerified, passkey.IsBackupEligible, passkey.IsBackedUp, [], [])
    { Name = passkey.Name };
}
