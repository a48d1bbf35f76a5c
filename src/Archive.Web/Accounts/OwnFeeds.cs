using Archive.Store;
using Archive.Store.Accounts;
using Archive.Store.Accounts.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Accounts;

/// <summary>The secret addresses of editors' feeds: one an account, shown once, made anew or revoked at any time.</summary>
internal sealed class OwnFeeds(IDbContextFactory<ArchiveContext> store, OwnChanges changes, TimeProvider clock)
{
    /// <returns>When the account's address was made, UTC; null where it has none.</returns>
    public async Task<DateTime?> MadeAtAsync(long account, CancellationToken cancellation)
    {
        await using var archive = await store.OpenForAccountsAsync(cancellation);
        return await archive.EditorFeeds.Where(feed => feed.AccountId == account).Select(feed => (DateTime?)feed.CreatedAt).SingleOrDefaultAsync(cancellation);
    }

    /// <returns>The token of a new address. The old one leads nowhere from now on.</returns>
    public async Task<string> MakeAsync(long account, CancellationToken cancellation)
    {
        var (made, token) = EditorFeed.Make(account, clock.GetUtcNow().UtcDateTime);
        await changes.RunQuietlyAsync(account, AccountAction.MakeFeed, async (change, _) =>
        {
            await WithdrawAsync(change, account, cancellation);
            change.Archive.EditorFeeds.Add(made);
        }, cancellation);
        return token;
    }

    public Task RevokeAsync(long account, CancellationToken cancellation) =>
        changes.RunQuietlyAsync(account, AccountAction.RevokeFeed, (change, _) => WithdrawAsync(change, account, cancellation), cancellation);

    /// <returns>Whether the token is somebody's who may sign in.</returns>
    public async Task<bool> IsGoodAsync(string token, CancellationToken cancellation)
    {
        var hash = OneTimeLink.HashOf(token);
        await using var archive = await store.OpenForAccountsAsync(cancellation);
        return await archive.EditorFeeds.AnyAsync(
            feed => feed.Hash == hash && archive.Accounts.Any(account => account.Id == feed.AccountId && !account.Disabled && account.RemovedAt == null), cancellation);
    }

    private static Task<int> WithdrawAsync(AccountChange change, long account, CancellationToken cancellation) =>
        change.DeleteAsync(change.Archive.EditorFeeds.Where(feed => feed.AccountId == account), cancellation);
}
