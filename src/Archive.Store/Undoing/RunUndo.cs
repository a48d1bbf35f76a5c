using Archive.Store.Editing;
using Archive.Store.History;
using Archive.Store.History.Auditing;
using Archive.Store.Removal;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Undoing;

/// <summary>
/// Undoes a whole import, as one change: posts that it brought go, posts that it gave another text get the former one back, and its files
/// leave the archive, so that they can be imported again. What somebody changed after it stays, with the file that it came from.
/// </summary>
public sealed class RunUndo(IDbContextFactory<ArchiveContext> store, TimeProvider clock)
{
    /// <returns>Null where there is no such import, or it was undone before.</returns>
    public async Task<UndoReport?> RunAsync(long id, bool dryRun, string by, CancellationToken cancellation = default)
    {
        await using var write = await ArchiveWrite.BeginAsync(store, cancellation);
        var archive = write.Archive;
        var run = await archive.ImportRuns.AsNoTracking().Include(one => one.Files).SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (run is null || run.UndoneAt is not null)
        {
            return null;
        }
        var hashes = run.Files.ConvertAll(file => file.Sha256);
        var sources = await archive.Sources.Where(source => hashes.Contains(source.Sha256)).Select(source => source.Id).ToListAsync(cancellation);
        var posts = await ForeseeAsync(archive, hashes, sources, cancellation);
        if (dryRun)
        {
            return new(posts);
        }
        var (now, entry) = (clock.GetUtcNow().UtcDateTime, new AuditEntry(by, "undo import", $"import {id}"));
        var days = await UndoAsync(archive, posts, hashes, sources, new(entry, now));
        await archive.ImportRuns.Where(one => one.Id == id).ExecuteUpdateAsync(row => row.SetProperty(one => one.UndoneAt, now).SetProperty(one => one.UndoneBy, by), CancellationToken.None);
        await write.KeepUpAsync(days, CancellationToken.None);
        return new(posts, await write.CommitAsync(entry));
    }

    private static async Task<List<UndonePost>> ForeseeAsync(ArchiveContext archive, List<string> hashes, List<long> sources, CancellationToken cancellation)
    {
        var met = await archive.Posts.AsNoTracking().Where(post => post.Provenances.Any(from => sources.Contains(from.SourceId))).OrderBy(post => post.Id).Select(post => new
        {
            Post = post,
            IsOnlyHere = post.Provenances.All(from => sources.Contains(from.SourceId)),
            First = archive.Revisions.Where(revision => revision.PostId == post.Id && revision.SourceSha256 != null && hashes.Contains(revision.SourceSha256)).Min(revision => (int?)revision.Number),
            Last = archive.Revisions.Where(revision => revision.PostId == post.Id && revision.SourceSha256 != null && hashes.Contains(revision.SourceSha256)).Max(revision => (int?)revision.Number),
            OfOthers = archive.Revisions.Where(revision => revision.PostId == post.Id && (revision.SourceSha256 == null || !hashes.Contains(revision.SourceSha256))).Max(revision => (int?)revision.Number),
            IsMerged = archive.RemovedPosts.Any(other => other.MergedInto == post.Id && other.Copies.Any(copy => sources.Contains(copy.SourceId))),
            Joined = archive.Revisions.Any(revision => revision.JoinedTo == post.Id && revision.SourceSha256 != null && hashes.Contains(revision.SourceSha256)),
        }).ToListAsync(cancellation);
        return met.ConvertAll(one =>
        {
            var address = Permalink.Post(one.Post);
            return one.OfOthers > (one.First ?? (one.IsOnlyHere ? 0 : int.MaxValue)) ? new UndonePost(one.Post.Id, address, UndoStep.Left, "changed since")
            {
                Changes = one is { First: { } first, Last: { } last } ? (first, last) : null, IsToGo = one.First is null,
            }
                : one.IsMerged ? new(one.Post.Id, address, UndoStep.Left, "an editor made two posts one since")
                : one.Joined ? new(one.Post.Id, address, UndoStep.Left, "the import showed that two posts are one")
                : one.First is not null ? new(one.Post.Id, address, UndoStep.Restored)
                : one.IsOnlyHere ? new(one.Post.Id, address, UndoStep.Removed)
                : new(one.Post.Id, address, UndoStep.Detached);
        });
    }

    private static async Task<List<DateOnly>> UndoAsync(ArchiveContext archive, List<UndonePost> posts, List<string> hashes, List<long> sources, RevisionCause cause)
    {
        List<DateOnly> days = [];
        var brought = posts.Where(post => post.Step == UndoStep.Removed).Select(post => post.Id);
        days.AddRange(await new PostRemoval(archive).RemoveAsync(brought, new(RemovedState.Trashed, cause.Entry.Actor, cause.At, ImportBringsBack: true), CancellationToken.None));
        foreach (var post in posts.Where(post => post.Step == UndoStep.Restored))
        {
            var first = await archive.Revisions.AsNoTracking().Where(revision => revision.PostId == post.Id && revision.SourceSha256 != null && hashes.Contains(revision.SourceSha256)).OrderBy(revision => revision.Number).FirstAsync();
            days.AddRange(await PostRows.PutAsync(archive, post.Id, PostSnapshot.FromJson(first.Snapshot), cause));
        }
        days.AddRange(await DetachAsync(archive, [.. posts.Where(post => post.Step is UndoStep.Restored or UndoStep.Detached).Select(post => post.Id)], sources));
        // What was left stays with its file.
        await archive.Sources.Where(source => sources.Contains(source.Id) && !archive.Provenances.Any(from => from.SourceId == source.Id)).ExecuteDeleteAsync();
        return days;
    }

    // They stand in their other files still, and in the categories of those.
    private static async Task<List<DateOnly>> DetachAsync(ArchiveContext archive, List<long> ids, List<long> sources)
    {
        await archive.Provenances.Where(from => ids.Contains(from.PostId) && sources.Contains(from.SourceId)).ExecuteDeleteAsync();
        await archive.Problems.Where(problem => sources.Contains(problem.SourceId) && problem.PostId != null && ids.Contains(problem.PostId.Value)).ExecuteDeleteAsync();
        var posts = await archive.Posts.Where(post => ids.Contains(post.Id) && !post.IsEdited).Select(post => new { post.Id, post.SortDay }).ToListAsync();
        ids = posts.ConvertAll(post => post.Id);
        var filed = await archive.Provenances.Where(from => ids.Contains(from.PostId)).Select(from => new { from.PostId, from.CategoryIds }).ToListAsync();
        await archive.Set<PostCategory>().Where(row => ids.Contains(row.PostId)).ExecuteDeleteAsync();
        await archive.BulkInsertAsync(filed.SelectMany(from => from.CategoryIds, (from, category) => (from.PostId, Category: category)).Distinct()
            .Select(row => new PostCategory { PostId = row.PostId, CategoryId = row.Category }).ToList());
        return posts.ConvertAll(post => post.SortDay);
    }
}
