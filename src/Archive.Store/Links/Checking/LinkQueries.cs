namespace Archive.Store.Links.Checking;

/// <summary>Named filters on what is known of links.</summary>
public static class LinkQueries
{
    public static IQueryable<CheckedLink> Dead(this IQueryable<CheckedLink> links) => links.Where(link => link.IsDead);

    /// <summary>Those to be checked at a moment, the longest waiting first.</summary>
    public static IOrderedQueryable<CheckedLink> DueAt(this IQueryable<CheckedLink> links, DateTime moment) =>
        links.Where(link => link.NextCheckAt <= moment).OrderBy(link => link.NextCheckAt).ThenBy(link => link.UrlKey);

    public static IQueryable<CheckedLink> WithKeys(this IQueryable<CheckedLink> links, IReadOnlyCollection<string> keys) =>
        links.Where(link => keys.Contains(link.UrlKey));

    /// <summary>Headlines whose link is dead; where a digest prints one link twice, the first of the two.</summary>
    public static IQueryable<Headline> WithDeadLink(this IQueryable<Headline> headlines, ArchiveContext archive) =>
        headlines.Where(headline => archive.CheckedLinks.Any(link => link.IsDead && link.UrlKey == headline.UrlKey));

    public static IOrderedQueryable<LinkCheck> Of(this IQueryable<LinkCheck> checks, string urlKey) =>
        checks.Where(check => check.UrlKey == urlKey).OrderByDescending(check => check.At).ThenByDescending(check => check.Id);
}
