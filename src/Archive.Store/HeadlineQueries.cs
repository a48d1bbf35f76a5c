namespace Archive.Store;

/// <summary>Named filters on headlines, beside those on posts.</summary>
public static class HeadlineQueries
{
    public static IQueryable<Headline> InPosts(this IQueryable<Headline> headlines, IReadOnlyCollection<long> postIds) =>
        headlines.Where(headline => postIds.Contains(headline.PostId));

    /// <summary>The stretch of each digest from a position on, at most <paramref name="count"/> long.</summary>
    public static IQueryable<Headline> Stretch(this IQueryable<Headline> headlines, int from, int count) =>
        headlines.Where(headline => headline.Position >= from && headline.Position < from + count);

    /// <summary>Headlines of posts whose publication day lies between two days, both included.</summary>
    public static IQueryable<Headline> PublishedBetween(this IQueryable<Headline> headlines, DateOnly first, DateOnly last) =>
        headlines.Where(headline => headline.Post!.SortDay >= first && headline.Post.SortDay <= last);

    /// <summary>Headlines whose links are the same pages as one of these (<see cref="Links.LinkAddress.Key"/>).</summary>
    public static IQueryable<Headline> WithLink(this IQueryable<Headline> headlines, IReadOnlyCollection<string> keys) =>
        headlines.Where(headline => headline.UrlKey != null && keys.Contains(headline.UrlKey));

    public static IQueryable<Headline> OfOutlet(this IQueryable<Headline> headlines, long outletId) =>
        headlines.Where(headline => headline.OutletId == outletId);

    /// <summary>The headline of a public id, however it is typed: the letters I, L and O of Crockford's alphabet are read as the digits they resemble.</summary>
    public static IQueryable<Headline> WithId(this IQueryable<Headline> headlines, string typed)
    {
        var id = IdOf(typed);
        return headlines.Where(headline => headline.PublicId == id);
    }

    /// <summary>Headlines of public ids, as they are kept.</summary>
    public static IQueryable<Headline> WithIds(this IQueryable<Headline> headlines, IReadOnlyCollection<string> publicIds) =>
        headlines.Where(headline => publicIds.Contains(headline.PublicId));

    internal static string IdOf(string typed) => typed.ToLowerInvariant().Replace('i', '1').Replace('l', '1').Replace('o', '0');

    public static IOrderedQueryable<Headline> InPrintedOrder(this IQueryable<Headline> headlines) =>
        headlines.OrderBy(headline => headline.PostId).ThenBy(headline => headline.Position);
}
