namespace Archive.Store.Accounts;

/// <summary>Named filters of one-time links.</summary>
public static class OneTimeLinkQueries
{
    /// <summary>The link of this token, while it is good.</summary>
    public static IQueryable<OneTimeLink> Good(this IQueryable<OneTimeLink> links, string token, DateTime now)
    {
        var hash = OneTimeLink.HashOf(token);
        return links.Where(link => link.Hash == hash && link.UsedAt == null && link.ExpiresAt > now);
    }
}
