using Microsoft.EntityFrameworkCore;

namespace Archive.Store;

public static partial class PostQueries
{
    /// <summary>The first and the last year that any post touches; null where no post has a date.</summary>
    public static async Task<(int First, int Last)?> YearsAsync(this IQueryable<Post> posts, CancellationToken cancel = default)
    {
        var first = await posts.Dated().MinAsync(post => post.DateStart ?? post.DateEnd, cancel);
        var last = await posts.MaxAsync(post => post.DateEnd, cancel);
        return first is { } from && last is { } to ? (from.Year, to.Year) : null;
    }

    /// <summary>True where the archive's first year, its last or one between them is asked for: there an empty day is a gap, elsewhere it is no page.</summary>
    public static async Task<bool> ReachAsync(this IQueryable<Post> posts, int year, CancellationToken cancel = default) =>
        await posts.YearsAsync(cancel) is var (first, last) && first <= year && year <= last;
}
