using Archive.Store.History.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Links;

/// <summary>Gives an archive from before there were keys of links the keys of all its links: one change, all or nothing.</summary>
public sealed class LinkKeyFill(IDbContextFactory<ArchiveContext> store)
{
    private const int AtOnce = 500;

    /// <returns>How many headlines were given a key.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        if (!await IsNeededAsync(cancellation))
        {
            return 0;
        }
        await using var write = await ArchiveWrite.BeginAsync(store, cancellation);
        var digests = await write.Archive.Headlines.Where(headline => headline.Url != null).Select(headline => headline.PostId).Distinct().Order().ToListAsync(cancellation);
        var given = 0;
        foreach (var ids in digests.Chunk(AtOnce))
        {
            var headlines = await write.Archive.Headlines.AsNoTracking().InPosts(ids).InPrintedOrder().ToListAsync(cancellation);
            foreach (var digest in headlines.GroupBy(headline => headline.PostId))
            {
                LinkKeys.Give(digest);
            }
            var keyed = headlines.FindAll(headline => headline.UrlKey is not null);
            await write.Archive.BulkUpdateAsync(keyed, cancellation);
            given += keyed.Count;
        }
        await write.CommitAsync(AuditEntry.OfCommand("keys of links"));
        return given;
    }

    // All are given in one change, so that one with a key says that all have theirs.
    private async Task<bool> IsNeededAsync(CancellationToken cancellation)
    {
        await using var archive = await store.CreateDbContextAsync(cancellation);
        return !await archive.Headlines.AnyAsync(headline => headline.UrlKey != null, cancellation) && await archive.Headlines.AnyAsync(headline => headline.Url != null, cancellation);
    }
}
