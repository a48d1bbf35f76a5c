using System.Globalization;

namespace Archive.Store;

/// <summary>Named places in the order of posts: before, after, at an address.</summary>
public static partial class PostQueries
{
    public static IQueryable<Post> Dated(this IQueryable<Post> posts) => posts.Where(post => post.SortDay > DateOnly.MinValue);

    /// <summary>Exactly the reverse of <see cref="NewestFirst"/>.</summary>
    public static IOrderedQueryable<Post> OldestFirst(this IQueryable<Post> posts) =>
        posts.OrderBy(post => post.SortDay).ThenByDescending(post => post.Slug).ThenByDescending(post => post.Ordinal);

    // The day alone comes first in what follows: an index can stop there, which an "or" it cannot.

    /// <summary>Posts that follow the cursor, newest first; those without a date come last of all.</summary>
    public static IQueryable<Post> OlderThan(this IQueryable<Post> posts, PostCursor cursor)
    {
        var (day, slug, ordinal) = cursor.Place;
        return slug is null
            ? posts.Where(post => post.SortDay < day)
            : posts.Where(post => post.SortDay <= day
                && (post.SortDay < day || string.Compare(post.Slug, slug) > 0 || post.Slug == slug && post.Ordinal > ordinal));
    }

    /// <summary>Posts that precede the cursor, newest first.</summary>
    public static IQueryable<Post> NewerThan(this IQueryable<Post> posts, PostCursor cursor)
    {
        var (day, slug, ordinal) = cursor.Place;
        return slug is null
            ? posts.Where(post => post.SortDay > day)
            : posts.Where(post => post.SortDay >= day
                && (post.SortDay > day || string.Compare(post.Slug, slug) < 0 || post.Slug == slug && post.Ordinal < ordinal));
    }

    /// <summary>Posts whose whole period lies after the day.</summary>
    public static IQueryable<Post> StartingAfter(this IQueryable<Post> posts, DateOnly day) => posts.Where(post => post.SortDay > day && post.DateStart > day);

    /// <summary>Posts whose date is known to the day: a month's report does not cover every day of its month.</summary>
    public static IQueryable<Post> KnownToTheDay(this IQueryable<Post> posts) => posts.Where(post => post.DatePrecision == DatePrecision.Day);

    public static IQueryable<Post> NotKnownToTheDay(this IQueryable<Post> posts) =>
        posts.Where(post => post.DatePrecision == DatePrecision.Month || post.DatePrecision == DatePrecision.Year);

    public static IQueryable<Post> None(this IQueryable<Post> posts) => posts.Where(post => false);

    public static IQueryable<Post> InCategory(this IQueryable<Post> posts, long categoryId) => posts.Where(post => post.Categories.Any(category => category.Id == categoryId));

    /// <summary>In alphabetical order of their addresses.</summary>
    public static IOrderedQueryable<Category> CategoriesOf(this IQueryable<Post> posts, long postId) =>
        posts.Where(post => post.Id == postId).SelectMany(post => post.Categories).OrderBy(category => category.Slug);

    /// <summary>Posts that the outlet published, and digests that list a headline of it.</summary>
    public static IQueryable<Post> CarriedBy(this IQueryable<Post> posts, long outletId) =>
        posts.Where(post => post.OutletId == outletId || post.Headlines.Any(headline => headline.OutletId == outletId));

    /// <summary>The post at an address: "part-2" is the slug "part-2", or the second post of the slug "part". At most one answers first: the plain one.</summary>
    public static IQueryable<Post> At(this IQueryable<Post> posts, DateOnly? dateEnd, string segment)
    {
        var slug = Slug.Lookup(segment);
        var hyphen = slug.LastIndexOf('-');
        var numbered = int.TryParse(slug.AsSpan(hyphen + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal) && hyphen > 0 && ordinal > 1;
        var stem = numbered ? slug[..hyphen] : null;
        var day = dateEnd ?? DateOnly.MinValue;
        return posts
            .Where(post => post.SortDay == day && (post.Slug == slug && post.Ordinal == 1 || post.Slug == stem && post.Ordinal == ordinal))
            .OrderBy(post => post.Ordinal);
    }
}
