using Archive.Store.Accounts.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Accounts;

/// <summary>Who may sign in, as the administrator of the server keeps the list. What is taken away is gone with the next request on every node.</summary>
public sealed class AccountRegister(IDbContextFactory<ArchiveContext> store, TimeProvider clock)
{
    /// <returns>The account, and the token of its first one-time link.</returns>
    /// <exception cref="AccountException">The name cannot be used, or somebody has it.</exception>
    public async Task<(Account Account, string Token)> AddAsync(string name, AccountRole role, CancellationToken cancellation = default)
    {
        if (name.Trim() is not { Length: >= 2 and <= Account.LongestName } trimmed || !trimmed.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or ' ' or '@'))
        {
            throw new AccountException($"'{name}' is no name for an account: 2 to {Account.LongestName} letters, digits, blanks or . - _ @");
        }
        await using var change = await AccountChange.BeginAsync(store, cancellation);
        var key = Account.KeyOf(trimmed);
        if (await change.Archive.Accounts.AnyAsync(one => one.NameKey == key, cancellation))
        {
            throw new AccountException($"there is an account {trimmed} already; archive user link makes it a new link");
        }
        var account = new Account { Name = trimmed, NameKey = key, Role = role, CreatedAt = Now };
        await change.AddAsync(account, cancellation);
        var (link, token) = OneTimeLink.Make(account.Id, Now);
        change.Archive.OneTimeLinks.Add(link);
        await change.CommitAsync(AccountEntry.OfCommand(AccountAction.Add, RoleName(role)), Now);
        return (account, token);
    }

    public async Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellation = default)
    {
        await using var archive = await store.OpenForAccountsAsync(cancellation);
        return await archive.Accounts.AsNoTracking().Include(account => account.Passkeys).Where(account => account.RemovedAt == null).OrderBy(account => account.NameKey).ToListAsync(cancellation);
    }

    public async Task<bool> IsEmptyAsync(CancellationToken cancellation = default)
    {
        await using var archive = await store.OpenForAccountsAsync(cancellation);
        return !await archive.Accounts.AnyAsync(account => account.RemovedAt == null, cancellation);
    }

    /// <summary>A new one-time link; those from before are good no more. Passkeys and password stay until their owner changes them.</summary>
    /// <exception cref="AccountException">Nobody has that name, or they may not sign in.</exception>
    public async Task<string> LinkAsync(string name, CancellationToken cancellation = default)
    {
        var token = "";
        await ChangeAsync(name, AccountEntry.OfCommand(AccountAction.Link), async (change, account) =>
        {
            if (account.Disabled)
            {
                throw new AccountException($"{account.Name} is disabled; archive user enable first");
            }
            await change.DeleteAsync(change.Archive.OneTimeLinks.Where(link => link.AccountId == account.Id), cancellation);
            (var link, token) = OneTimeLink.Make(account.Id, Now);
            change.Archive.OneTimeLinks.Add(link);
        }, cancellation);
        return token;
    }

    /// <exception cref="AccountException">Nobody has that name.</exception>
    public Task DisableAsync(string name, CancellationToken cancellation = default) =>
        ChangeAsync(name, AccountEntry.OfCommand(AccountAction.Disable), (change, account) =>
        {
            account.Disabled = true;
            return EndAsync(change, account, cancellation);
        }, cancellation);

    /// <exception cref="AccountException">Nobody has that name.</exception>
    public Task EnableAsync(string name, CancellationToken cancellation = default) =>
        ChangeAsync(name, AccountEntry.OfCommand(AccountAction.Enable), (_, account) => Task.FromResult(account.Disabled = false), cancellation);

    /// <exception cref="AccountException">Nobody has that name.</exception>
    public Task SetRoleAsync(string name, AccountRole role, CancellationToken cancellation = default) =>
        ChangeAsync(name, AccountEntry.OfCommand(AccountAction.Role, RoleName(role)), (_, account) => Task.FromResult(account.Role = role), cancellation);

    /// <summary>Takes away the name and all ways to sign in. The number stays taken, because the history of posts goes by it.</summary>
    /// <exception cref="AccountException">Nobody has that name.</exception>
    public Task RemoveAsync(string name, CancellationToken cancellation = default) =>
        ChangeAsync(name, AccountEntry.OfCommand(AccountAction.Remove), async (change, account) =>
        {
            (account.NameKey, account.RemovedAt, account.PasswordHash, account.CodeSecret) = (null, Now, null, null);
            account.Passkeys.Clear();
            await change.DeleteAsync(change.Archive.RecoveryCodes.Where(code => code.AccountId == account.Id), cancellation);
            await change.DeleteAsync(change.Archive.EditorFeeds.Where(feed => feed.AccountId == account.Id), cancellation);
            await EndAsync(change, account, cancellation);
        }, cancellation);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private static string RoleName(AccountRole role) => role.ToString().ToLowerInvariant();

    private static async Task EndAsync(AccountChange change, Account account, CancellationToken cancellation)
    {
        await change.DeleteAsync(change.Archive.OneTimeLinks.Where(link => link.AccountId == account.Id), cancellation);
        await change.DeleteAsync(change.Archive.Sessions.Where(session => session.AccountId == account.Id), cancellation);
    }

    private async Task ChangeAsync(string name, AccountEntry entry, Func<AccountChange, Account, Task> make, CancellationToken cancellation)
    {
        await using var change = await AccountChange.BeginAsync(store, cancellation);
        var key = Account.KeyOf(name);
        await make(change, await change.FindAsync(account => account.NameKey == key, cancellation) ?? throw new AccountException($"there is no account {name}"));
        await change.CommitAsync(entry, Now);
    }
}

/// <summary>The list of accounts cannot be changed so; the message says why.</summary>
public sealed class AccountException(string message) : Exception(message);
