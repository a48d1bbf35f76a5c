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
        await using var archive = await store.OpenForAccountsAsync(cancellation);
        var key = Account.KeyOf(trimmed);
        if (await archive.Accounts.AnyAsync(one => one.NameKey == key, cancellation))
        {
            throw new AccountException($"there is an account {trimmed} already; archive user link makes it a new link");
        }
        var account = new Account { Name = trimmed, NameKey = key, Role = role, CreatedAt = Now };
        archive.Accounts.Add(account);
        await archive.SaveChangesAsync(cancellation);
        return (account, await LinkAsync(archive, account, cancellation));
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
        await using var archive = await store.OpenForAccountsAsync(cancellation);
        var account = await FindAsync(archive, name, cancellation);
        return account.Disabled
            ? throw new AccountException($"{account.Name} is disabled; archive user enable first")
            : await LinkAsync(archive, account, cancellation);
    }

    /// <exception cref="AccountException">Nobody has that name.</exception>
    public Task DisableAsync(string name, CancellationToken cancellation = default) =>
        ChangeAsync(name, (archive, account) =>
        {
            account.Disabled = true;
            return EndAsync(archive, account, cancellation);
        }, cancellation);

    /// <exception cref="AccountException">Nobody has that name.</exception>
    public Task EnableAsync(string name, CancellationToken cancellation = default) => ChangeAsync(name, (_, account) => Task.FromResult(account.Disabled = false), cancellation);

    /// <exception cref="AccountException">Nobody has that name.</exception>
    public Task SetRoleAsync(string name, AccountRole role, CancellationToken cancellation = default) => ChangeAsync(name, (_, account) => Task.FromResult(account.Role = role), cancellation);

    /// <summary>Takes away the name and all ways to sign in. The number stays taken, because the history of posts goes by it.</summary>
    /// <exception cref="AccountException">Nobody has that name.</exception>
    public Task RemoveAsync(string name, CancellationToken cancellation = default) =>
        ChangeAsync(name, async (archive, account) =>
        {
            (account.NameKey, account.RemovedAt, account.PasswordHash, account.CodeSecret) = (null, Now, null, null);
            await archive.Passkeys.Where(passkey => passkey.AccountId == account.Id).ExecuteDeleteAsync(cancellation);
            await archive.RecoveryCodes.Where(code => code.AccountId == account.Id).ExecuteDeleteAsync(cancellation);
            await EndAsync(archive, account, cancellation);
        }, cancellation);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private static async Task EndAsync(ArchiveContext archive, Account account, CancellationToken cancellation)
    {
        await archive.OneTimeLinks.Where(link => link.AccountId == account.Id).ExecuteDeleteAsync(cancellation);
        await archive.Sessions.Where(session => session.AccountId == account.Id).ExecuteDeleteAsync(cancellation);
    }

    private static async Task<Account> FindAsync(ArchiveContext archive, string name, CancellationToken cancellation)
    {
        var key = Account.KeyOf(name);
        return await archive.Accounts.SingleOrDefaultAsync(account => account.NameKey == key, cancellation) ?? throw new AccountException($"there is no account {name}");
    }

    private async Task<string> LinkAsync(ArchiveContext archive, Account account, CancellationToken cancellation)
    {
        await archive.OneTimeLinks.Where(link => link.AccountId == account.Id).ExecuteDeleteAsync(cancellation);
        var (link, token) = OneTimeLink.Make(account.Id, Now);
        archive.OneTimeLinks.Add(link);
        await archive.SaveChangesAsync(cancellation);
        return token;
    }

    private async Task ChangeAsync(string name, Func<ArchiveContext, Account, Task> change, CancellationToken cancellation)
    {
        await using var archive = await store.OpenForAccountsAsync(cancellation);
        await using var together = await archive.Database.BeginTransactionAsync(cancellation);
        await change(archive, await FindAsync(archive, name, cancellation));
        await archive.SaveChangesAsync(cancellation);
        await together.CommitAsync(cancellation);
    }
}

/// <summary>The list of accounts cannot be changed so; the message says why.</summary>
public sealed class AccountException(string message) : Exception(message);
