using Archive.Store;
using Archive.Store.Accounts;
using Archive.Store.Accounts.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Accounts;

/// <summary>How one account can sign in, and where it is signed in, as its owner sees it.</summary>
internal sealed record Ways(bool HasPassword, int RecoveryCodes, int Sessions, IReadOnlyList<Passkey> Passkeys)
{
    /// <summary>True while something would be left if one passkey went.</summary>
    public bool MayLosePasskey => HasPassword || Passkeys.Count > 1;

    public bool HasRoom => Passkeys.Count < Passkey.MostOfAccount;
}

/// <summary>What owners change about how they sign in. Every change ends their other sessions.</summary>
internal sealed class OwnWays(IDbContextFactory<ArchiveContext> store, OwnChanges changes)
{
    public async Task<Ways> ReadAsync(long account, CancellationToken cancellation)
    {
        await using var archive = await store.OpenForAccountsAsync(cancellation);
        return new(
            await archive.Accounts.AnyAsync(one => one.Id == account && one.PasswordHash != null, cancellation),
            await archive.RecoveryCodes.CountAsync(code => code.AccountId == account, cancellation),
            await archive.Sessions.CountAsync(session => session.AccountId == account, cancellation),
            await archive.Passkeys.Where(passkey => passkey.AccountId == account).OrderBy(passkey => passkey.Id).ToListAsync(cancellation));
    }

    /// <returns>False where there are too many already, or the one-time link is not good any more. A link helps somebody in, however many there are.</returns>
    public Task<bool> AddAsync(Warrant by, Passkey passkey, CancellationToken cancellation) => changes.RunAsync(by, AccountAction.MakePasskey, (_, account) =>
    {
        if (by.Link is not null || account.Passkeys.Count < Passkey.MostOfAccount)
        {
            account.Passkeys.Add(passkey);
        }
        return Task.CompletedTask;
    }, cancellation);

    /// <summary>Only its name: no session ends.</summary>
    public Task RenameAsync(long account, long passkey, string name, CancellationToken cancellation) => changes.RunQuietlyAsync(account, AccountAction.RenamePasskey, (_, mine) =>
    {
        mine.Passkeys.FindAll(one => one.Id == passkey).ForEach(one => one.Name = name);
        return Task.CompletedTask;
    }, cancellation);

    /// <summary>Unless it is the only way in.</summary>
    public Task RemoveAsync(Warrant by, long passkey, CancellationToken cancellation) => changes.RunAsync(by, AccountAction.RemovePasskey, (_, account) =>
    {
        if (account.PasswordHash is not null || account.Passkeys.Count > 1)
        {
            account.Passkeys.RemoveAll(one => one.Id == passkey);
        }
        return Task.CompletedTask;
    }, cancellation);

    public Task SignOutEverywhereAsync(long account, CancellationToken cancellation) =>
        changes.RunQuietlyAsync(account, AccountAction.SignOutEverywhere, (change, _) => change.DeleteAsync(change.Archive.Sessions.Where(session => session.AccountId == account), cancellation), cancellation);
}
