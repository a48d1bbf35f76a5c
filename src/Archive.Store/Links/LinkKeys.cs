namespace Archive.Store.Links;

/// <summary>
/// Gives the headlines of one digest the keys of their links. A key stands once in a digest: where a source printed a link twice, both
/// headlines stay as printed and the first carries the key.
/// </summary>
public static class LinkKeys
{
    /// <param name="headlines">Of one digest, in their order.</param>
    public static void Give(IEnumerable<Headline> headlines)
    {
        HashSet<string> given = new(StringComparer.Ordinal);
        foreach (var headline in headlines)
        {
            headline.UrlKey = LinkAddress.KeyOf(headline.Url) is { } key && given.Add(key) ? key : null;
        }
    }
}
