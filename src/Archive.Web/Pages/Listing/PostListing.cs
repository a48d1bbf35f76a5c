using Archive.Store;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Listing;

/// <summary>One page of a list of posts, and where the list goes on. Always the same number of commands, and no row that is not shown.</summary>
/// <param name="Newer">Query of the page before this one; null at the start.</param>
/// <param name="Older">Query of the page after this one; null at the end.</param>
internal sealed record PostListing(IReadOnlyList<PostLine> Posts, ILookup<long, HeadlineLine> Headlines, string? Newer, string? Older)
{
    /// <summary>Of all digests of one page together.</summary>
    private const int HeadlinesAtMost = 500;

    /// <summary>Reads the posts at a place in the list.</summary>
    /// <param name="headlines">Which headlines are shown with their digests.</param>
    /// <returns>Null where the place is none, or nothing stands there.</returns>
    public static async Task<PostListing?> ReadAsync(
        IQueryable<Post> posts, IQueryable<Headline> headlines, Place place, int size, CancellationToken cancel)
    {
        if (!place.TryRead(out var before, out var after))
        {
            return null;
        }
        var list = after is not null ? posts.NewerThan(after).OldestFirst() : (before is null ? posts : posts.OlderThan(before)).NewestFirst();
        var shown = await list.Take(size).Select(PostLine.From).ToListAsync(cancel);
        if (after is not null)
        {
            shown.Reverse();
        }
        if (shown.Count == 0)
        {
            return place.IsStart ? new([], Array.Empty<HeadlineLine>().ToLookup(line => line.PostId), null, null) : null;
        }
        var ids = shown.ConvertAll(line => line.Id);
        var lines = await headlines.InPosts(ids).InPrintedOrder().Take(HeadlinesAtMost).Select(HeadlineLine.From).ToListAsync(cancel);
        var newer = !place.IsStart && await AnyAsync(posts.NewerThan(shown[0].Cursor).OldestFirst(), cancel);
        var older = await AnyAsync(posts.OlderThan(shown[^1].Cursor).NewestFirst(), cancel);
        return new(
            shown,
            lines.ToLookup(line => line.PostId),
            newer ? NewerThan(shown[0].Cursor.ToString()) : null,
            older ? OlderThan(shown[^1].Cursor.ToString()) : null);
    }

    /// <summary>Query of the page that ends before a place.</summary>
    public static string NewerThan(string cursor) => $"?after={Uri.EscapeDataString(cursor)}";

    /// <summary>Query of the page that begins after a place.</summary>
    public static string OlderThan(string cursor) => $"?before={Uri.EscapeDataString(cursor)}";

    // Whether there is one is asked in the order of the list: an index has it at its end. Asked without an order, PostgreSQL may look for any
    // from the table's beginning, where there are none when the list is at its end.
    private static async Task<bool> AnyAsync(IQueryable<Post> inOrder, CancellationToken cancel) =>
        await inOrder.Select(post => (long?)post.Id).FirstOrDefaultAsync(cancel) is not null;
}

/// <summary>Where in a list a reader is: before a post or day, after one, or at the start.</summary>
internal sealed record Place(string? Before, string? After)
{
    public bool IsStart => Before is null && After is null;

    public bool TryRead(out PostCursor? before, out PostCursor? after)
    {
        before = PostCursor.Parse(Before);
        after = PostCursor.Parse(After);
        return before is null == Before is null && after is null == After is null && !(before is not null && after is not null);
    }
}
