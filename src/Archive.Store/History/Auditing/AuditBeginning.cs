using Microsoft.EntityFrameworkCore;

namespace Archive.Store.History.Auditing;

/// <summary>The first record of an archive from before there was an audit: it vouches for what it found, and for nothing before.</summary>
public static class AuditBeginning
{
    /// <returns>Whether there was anything to do.</returns>
    public static async Task<bool> RunAsync(IDbContextFactory<ArchiveContext> store, CancellationToken cancellation = default)
    {
        await using (var archive = await store.CreateDbContextAsync(cancellation))
        {
            if (!await IsNeededAsync(archive, cancellation))
            {
                return false;
            }
        }
        await using var write = await ArchiveWrite.BeginAsync(store, cancellation);
        // Another node may have been first.
        if (!await IsNeededAsync(write.Archive, cancellation))
        {
            return false;
        }
        write.Touch(await write.Archive.Posts.Select(post => post.SortDay).Distinct().ToListAsync(cancellation));
        await write.CommitAsync(AuditEntry.OfCommand("begin", reason: "the archive as it was found"));
        return true;
    }

    private static async Task<bool> IsNeededAsync(ArchiveContext archive, CancellationToken cancellation) =>
        !await archive.AuditRecords.AnyAsync(cancellation) && await archive.Editions.AnyAsync(edition => edition.Number > 0, cancellation);
}
