using Archive.Store;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Listing;

/// <summary>The nearest posts on either side of a place or a stretch of days.</summary>
internal sealed record Neighbours(PostLine? Earlier, PostLine? Later)
{
    /// <summary>The post just before and just after one in the order of lists.</summary>
    public static async Task<Neighbours> OfPostAsync(IQueryable<Post> posts, PostCursor cursor, CancellationToken cancel) => new(
        await FirstAsync(posts.OlderThan(cursor).NewestFirst(), cancel),
        await FirstAsync(posts.NewerThan(cursor).OldestFirst(), cancel));

    /// <summary>The last post that ends before the first day and the first that begins after the last day.</summary>
    public static async Task<Neighbours> OfDaysAsync(IQueryable<Post> posts, DateOnly first, DateOnly last, CancellationToken cancel) => new(
        await FirstAsync(posts.Dated().OlderThan(new(first, null, 0)).NewestFirst(), cancel),
        await FirstAsync(posts.StartingAfter(last).OldestFirst(), cancel));

    private static Task<PostLine?> FirstAsync(IQueryable<Post> posts, CancellationToken cancel) =>
        posts.Select(PostLine.From).FirstOrDefaultAsync(cancel);
}
