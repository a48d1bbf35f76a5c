using Archive.Store;
using Archive.Store.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Accounts;

/// <summary>The secret addresses of editors' feeds: one an account, shown once, made anew or revoked at any time.</summary>
internal sealed class OwnFeeds(IDbContextFactory<ArchiveContext> store, TimeProvider clock)
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
        await using var archive = await store.OpenForAccountsAsync(cancellation);
        await using var together = await archive.Database.BeginTransactionAsync(cancellation);
        await archive.EditorFeeds.Where(feed => feed.AccountId == account).ExecuteDeleteAsync(cancellation);
        var (made, token) = EditorFeed.Make(account, clock.GetUtcNow().UtcDateTime);
        archive.EditorFeeds.Add(made);
        await archive.SaveChangesAsync(cancellation);
        await together.CommitAsync(cancellation);
        return token;
    }

    public async Task RevokeAsync(long account, CancellationToken cancellation)
    {
        await using var archive = await store.OpenForAccountsAsync(cancellation);
        await archive.EditorFeeds.Where(feed => feed.AccountId == account).ExecuteDeleteAsync(cancellation);
    }

    /// <returns>Whether the token is somebody's who may sign in.</returns>
    public async Task<bool> IsGoodAsync(string token, CancellationToken cancellation)
    {
        var hash = OneTimeLink.HashOf(token);
        await using var archive = await store.OpenForAccountsAsync(cancellation);
        return await archive.EditorFeeds.AnyAsync(
            feed => feed.Hash == hash && archive.Accounts.Any(account => account.Id == feed.AccountId && !account.Disabled && account.RemovedAt == null), cancellation);
    }
}
