using Archive.Store;
using Archive.Store.Editing;
using Archive.Store.History;
using Archive.Store.History.Comparing;
using Archive.Store.Merging;
using Archive.Web.Pages.Printed;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Desk.Posts;

/// <summary>Two posts beside each other: the one that stays, the one that becomes part of it, and what comes of it.</summary>
/// <param name="Fault">Why they cannot be one; null where they can.</param>
internal sealed record MergePair(MergeSide Kept, MergeSide Other, MergePlan Plan, string? Fault)
{
    public bool IsList => MergePlan.IsList(Kept.Post.State);

    /// <summary>What readers no longer see, and is kept in the history.</summary>
    public IReadOnlyList<FieldChange> Differences { get; } = PostComparison.Of(
        Other.Post.State with { Headlines = [], Categories = [] }, Kept.Post.State with { Headlines = [], Categories = [] });

    /// <param name="keep">Which of the two stays; null for the fuller one, and of two the one that came first.</param>
    public static async Task<MergePair> ReadAsync(ArchiveContext archive, SeenPost one, SeenPost two, long? keep, CancellationToken cancel)
    {
        var kept = keep == one.Id || keep == two.Id ? keep : Fullness(one).CompareTo(Fullness(two)) switch { > 0 => one.Id, < 0 => two.Id, _ => Math.Min(one.Id, two.Id) };
        var (stays, goes) = kept == one.Id ? (one, two) : (two, one);
        long[] ids = [stays.Id, goes.Id];
        var files = await archive.Provenances.Where(from => ids.Contains(from.PostId)).OrderBy(from => from.Id).Select(from => new { from.PostId, from.Source!.FileName }).ToListAsync(cancel);
        return new(
            new(stays, [.. files.Where(file => file.PostId == stays.Id).Select(file => file.FileName).Distinct()]),
            new(goes, [.. files.Where(file => file.PostId == goes.Id).Select(file => file.FileName).Distinct()]),
            MergePlan.Of(stays.State, goes.State),
            MergePlan.FaultOf(stays.State, goes.State));
    }

    /// <summary>What becomes of a headline of the post that goes.</summary>
    public string FateOf(HeadlineSnapshot headline) => Plan.Same.FirstOrDefault(pair => pair.Other.Id == headline.Id) is not { } same ? "comes over"
        : (same.By == SameBy.Link ? "there already, by its link" : "there already, by its words") + (same.Gives ? "; gives it what it lacks" : "");

    private static (int, int) Fullness(SeenPost post) => (post.State.Headlines.Count, post.State.Passages.Sum(passage => passage.Text.Length));
}

/// <summary>One of two posts that are held for one.</summary>
/// <param name="Files">That it came from.</param>
internal sealed record MergeSide(SeenPost Post, IReadOnlyList<string> Files)
{
    public Period Period => new(Post.State.DateStart, Post.State.DateEnd, null);
}
