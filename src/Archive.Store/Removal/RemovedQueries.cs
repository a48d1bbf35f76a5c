using System.Globalization;
using Archive.Store.History;

namespace Archive.Store.Removal;

/// <summary>Named filters on what was taken out.</summary>
public static class RemovedQueries
{
    /// <summary>The removed post of an address, read as <see cref="PostQueries.At"/> reads it.</summary>
    public static IQueryable<RemovedPost> At(this IQueryable<RemovedPost> posts, DateOnly? dateEnd, string segment)
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

    /// <summary>As <see cref="HeadlineQueries.WithId"/>.</summary>
    public static IQueryable<RemovedHeadline> WithId(this IQueryable<RemovedHeadline> headlines, string typed)
    {
        var id = HeadlineQueries.IdOf(typed);
        // Where it went with one post and then with the one that it had come to, that is the last word.
        return headlines.Where(headline => headline.PublicId == id).OrderBy(headline => headline.MovedTo == headline.PublicId);
    }

    /// <summary>As <see cref="HeadlineQueries.WithId"/>.</summary>
    public static IQueryable<FormerHeadline> WithId(this IQueryable<FormerHeadline> headlines, string typed)
    {
        var id = HeadlineQueries.IdOf(typed);
        return headlines.Where(headline => headline.PublicId == id);
    }

    /// <summary>What readers are not to see: neither there, nor held for a copy of a post that is.</summary>
    public static IQueryable<RemovedPost> Hidden(this IQueryable<RemovedPost> posts) => posts.Where(post => post.State != RemovedState.Merged);

    /// <summary>What became part of one of these posts.</summary>
    public static IQueryable<RemovedPost> MergedInto(this IQueryable<RemovedPost> posts, IReadOnlyCollection<long> ids) =>
        posts.Where(post => post.MergedInto != null && ids.Contains(post.MergedInto.Value));

    /// <summary>What no import may bring back.</summary>
    public static IQueryable<RemovedPost> KeptOut(this IQueryable<RemovedPost> posts) => posts.Where(post => !post.ImportBringsBack);

    /// <summary>The latest first.</summary>
    public static IOrderedQueryable<RemovedPost> LatestFirst(this IQueryable<RemovedPost> posts) => posts.OrderByDescending(post => post.RemovedAt).ThenByDescending(post => post.Id);

    /// <summary>Posts whose text may be destroyed.</summary>
    public static IQueryable<RemovedPost> RemovedBefore(this IQueryable<RemovedPost> posts, DateTime moment) => posts.Where(post => post.RemovedAt < moment);
}
