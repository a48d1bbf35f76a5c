using Microsoft.EntityFrameworkCore;

namespace Archive.Store;

public static partial class PostQueries
{
    /// <summary>The first and the last year that any post touches; null where no post has a date.</summary>
    public static async Task<(int First, int Last)?> YearsAsync(this IQueryable<Post> posts, CancellationToken cancel = default)
    {
        var first = await posts.MinAsync(post => post.DateStart, cancel);
        var last = await posts.MaxAsync(post => (DateOnly?)post.SortDay, cancel);
        return first is { } from && last is { } to ? (from.Year, to.Year) : null;
    }

    /// <summary>True where the archive's first year, its last or one between them is asked for: there an empty day is a gap, elsewhere it is no page.</summary>
    public static async Task<bool> ReachAsync(this IQueryable<Post> posts, int year, CancellationToken cancel = default) =>
        await posts.YearsAsync(cancel) is var (first, last) && first <= year && year <= last;

    /// <summary>How many days the longest period has that is known to the day.</summary>
    public static async Task<int> LongestPeriodAsync(this IQueryable<Post> posts, CancellationToken cancel = default) =>
        await posts.KnownToTheDay().MaxAsync(post => (int?)post.PeriodDays, cancel) ?? 1;

    /// <summary>Posts whose period holds the day.</summary>
    /// <param name="longest">No period has more days: a post that ends later cannot hold the day, so an index need not look further.</param>
    public static IQueryable<Post> OnDay(this IQueryable<Post> posts, DateOnly day, int longest) => posts.Touching(day, day, longest);

    /// <summary>Posts whose period has a day from the first to the last; see <see cref="OnDay"/>.</summary>
    public static IQueryable<Post> Touching(this IQueryable<Post> posts, DateOnly first, DateOnly last, int longest)
    {
        var end = DateOnly.FromDayNumber((int)Math.Min((long)last.DayNumber + longest - 1, DateOnly.MaxValue.DayNumber));
        return posts.Where(post => post.SortDay >= first && post.SortDay <= end && post.DateStart <= last);
    }

    /// <summary>The periods of dated posts, each once, with all headlines that stand in them.</summary>
    public static IQueryable<PeriodTotal> PeriodTotals(this IQueryable<Post> posts) =>
        posts.GroupBy(post => new { First = post.DateStart!.Value, Last = post.DateEnd!.Value }, (period, all) => new PeriodTotal(period.First, period.Last, all.Sum(post => post.HeadlineCount)));
}

/// <summary>Days that at least one post stands for, and how many headlines its posts list.</summary>
public sealed record PeriodTotal(DateOnly First, DateOnly Last, int Headlines);
