namespace Archive.Store;

/// <summary>Named filters on posts: with Search, the only place that composes them.</summary>
public static partial class PostQueries
{
    /// <summary>Posts whose publication day (the last day of their period) lies in the year.</summary>
    public static IQueryable<Post> InYear(this IQueryable<Post> posts, int year) =>
        posts.PublishedBetween(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    public static IQueryable<Post> InMonth(this IQueryable<Post> posts, int year, int month) =>
        posts.PublishedBetween(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)));

    public static IQueryable<Post> Undated(this IQueryable<Post> posts) => posts.Where(post => post.SortDay == DateOnly.MinValue);

    /// <summary>A total order that does not depend on the order of import: publication day, then address.</summary>
    public static IOrderedQueryable<Post> NewestFirst(this IQueryable<Post> posts) =>
        posts.OrderByDescending(post => post.SortDay).ThenBy(post => post.Slug).ThenBy(post => post.Ordinal);

    /// <summary>Posts whose publication day lies between two days, both included.</summary>
    public static IQueryable<Post> PublishedBetween(this IQueryable<Post> posts, DateOnly first, DateOnly last) =>
        posts.Where(post => post.SortDay >= first && post.SortDay <= last);
}
