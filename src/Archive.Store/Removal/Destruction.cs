using Archive.Store.History.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Removal;

/// <summary>
/// After thirty days the text of what was removed is destroyed. Its address stays, with its state, date and reason, and so does what an import
/// needs to know it again: neither is text.
/// </summary>
public sealed class Destruction(IDbContextFactory<ArchiveContext> store, TimeProvider clock)
{
    /// <returns>How many texts were destroyed.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        var moment = clock.GetUtcNow().UtcDateTime - RemovedPost.Kept;
        await using (var archive = await store.CreateDbContextAsync(cancellation))
        {
            // Nothing that readers see: by then two names that became one stay one.
            await archive.MovedNames.Where(row => archive.NamingEdits.Any(edit => edit.Id == row.EditId && edit.At < moment) && !archive.Refilings.Any(work => work.Undoes == row.EditId)).ExecuteDeleteAsync(cancellation);
            if (!await Due(archive, moment).AnyAsync(cancellation))
            {
                return 0;
            }
        }
        // Alone: of several nodes that come to it at once, one finds something to do.
        await using var write = await ArchiveWrite.BeginAsync(store, cancellation);
        var count = await Due(write.Archive, moment).ExecuteUpdateAsync(
            row => row.SetProperty(content => content.Rows, (string?)null).SetProperty(content => content.Title, (string?)null).SetProperty(content => content.Remark, (string?)null), cancellation);
        if (count > 0)
        {
            await write.CommitAsync(new(AuditEntry.Archive, "destroy", $"{count} removed {(count == 1 ? "post" : "posts")}"));
        }
        return count;
    }

    private static IQueryable<RemovedContent> Due(ArchiveContext archive, DateTime moment) =>
        archive.RemovedContents.Where(content => content.Rows != null && archive.RemovedPosts.RemovedBefore(moment).Any(post => post.Id == content.PostId));
}
