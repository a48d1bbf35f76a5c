using Archive.Store.History.Comparing;
using Archive.Store.Merging;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.History;

/// <summary>One change of what readers saw, as readers are told of it: by whom only in so far as it was an editor.</summary>
/// <param name="Id">Upwards in the order of changes: what a further page goes on from.</param>
/// <param name="At">UTC.</param>
/// <param name="IsByEditor">False where another copy of the same page was imported.</param>
/// <param name="Address">Where the item stands now; null where it is no longer to be read, and then nothing is said of what it said.</param>
/// <param name="Title">As it is now.</param>
public sealed record Correction(long Id, DateTime At, bool IsByEditor, string? Reason, string? Address, string? Title, IReadOnlyList<FieldChange> Changes);

/// <summary>The public changes, newest first: one question for the page, the feed and the item itself.</summary>
public static class Corrections
{
    /// <param name="before">Only those older than this one.</param>
    /// <param name="postId">Only those of one post.</param>
    public static async Task<IReadOnlyList<Correction>> ReadAsync(
        ArchiveContext archive, int count, long? before = null, long? postId = null, CancellationToken cancellation = default)
    {
        var revisions = await Public(archive.Revisions, before, postId).Take(count).Select(row => new
        {
            row.Id, row.PostId, row.At, row.Actor, row.Reason, row.Snapshot,
            Next = archive.Revisions.Where(next => next.PostId == row.PostId && next.Number == row.Number + 1).Select(next => next.Snapshot).FirstOrDefault(),
        }).ToListAsync(cancellation);
        // What became part of another post is to be read there.
        var ends = await MergedPosts.EndsAsync(archive, revisions.Select(row => row.PostId), cancellation);
        var ids = ends.Values.Distinct().ToArray();
        var newest = revisions.Where(row => row.Next is null).Select(row => row.PostId).ToArray();
        var places = await archive.Posts.Where(post => ids.Contains(post.Id))
            .Select(post => new { post.Id, post.Title, post.DateEnd, post.Slug, post.Ordinal }).ToDictionaryAsync(post => post.Id, cancellation);
        var now = await archive.Posts.Where(post => newest.Contains(post.Id)).Whole().ToDictionaryAsync(post => post.Id, cancellation);
        return revisions.ConvertAll(row =>
        {
            var place = places.GetValueOrDefault(ends[row.PostId]);
            var after = row.Next is { } json ? PostSnapshot.FromJson(json) : now.TryGetValue(row.PostId, out var post) ? PostSnapshot.Of(post) : null;
            return new Correction(row.Id, row.At, Auditing.AuditEntry.IsAccount(row.Actor), row.Reason,
                place is null ? null : Permalink.Post(place.DateEnd, place.Slug, place.Ordinal), place?.Title,
                place is null || after is null ? [] : PostComparison.Of(PostSnapshot.FromJson(row.Snapshot), after));
        });
    }

    private static IQueryable<Revision> Public(IQueryable<Revision> revisions, long? before, long? postId)
    {
        revisions = revisions.Where(row => row.IsPublic);
        revisions = before is { } id ? revisions.Where(row => row.Id < id) : revisions;
        return postId is { } post
            ? revisions.Where(row => row.PostId == post).OrderByDescending(row => row.Number)
            : revisions.OrderByDescending(row => row.Id);
    }
}
