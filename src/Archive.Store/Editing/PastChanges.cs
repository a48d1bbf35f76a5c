using Archive.Store.History;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Editing;

/// <summary>Changes of a post that somebody wants undone, and what came after them.</summary>
/// <param name="Made">The changes, the first of them first.</param>
/// <param name="Before">What the post said before them.</param>
/// <param name="After">What it said after them.</param>
/// <param name="Now">What it says now.</param>
public sealed record PastChanges(IReadOnlyList<PastChange> Made, PostSnapshot Before, PostSnapshot After, SeenPost Now)
{
    /// <summary>What it says without them: what came later stays, but where it is about the same.</summary>
    public PostSnapshot Undone => PostMerge.Of(After, Before, Now.State);

    /// <param name="first">Number of the first change.</param>
    /// <param name="last">Number of the last change; those between them are undone too.</param>
    /// <returns>Null where there is no such post, or no such change.</returns>
    public static async Task<PastChanges?> ReadAsync(ArchiveContext archive, long postId, int first, int last, CancellationToken cancellation = default)
    {
        if (await SeenPost.ReadAsync(archive, postId, cancellation) is not { } now)
        {
            return null;
        }
        var made = await archive.Revisions.Where(row => row.PostId == postId && row.Number >= first && row.Number <= last).OrderBy(row => row.Number)
            .Select(row => new PastChange(row.Actor, row.Action, row.At, row.Reason)).ToListAsync(cancellation);
        if (made.Count == 0 || made.Count != last - first + 1)
        {
            return null;
        }
        var before = await archive.Revisions.Where(row => row.PostId == postId && row.Number == first).Select(row => row.Snapshot).SingleAsync(cancellation);
        var next = await archive.Revisions.Where(row => row.PostId == postId && row.Number == last + 1).Select(row => row.Snapshot).FirstOrDefaultAsync(cancellation);
        return new(made, PostSnapshot.FromJson(before), next is null ? now.State : PostSnapshot.FromJson(next), now);
    }
}

/// <param name="Actor">As in <see cref="Revision.Actor"/>.</param>
/// <param name="At">UTC.</param>
public sealed record PastChange(string Actor, string Action, DateTime At, string? Reason);
