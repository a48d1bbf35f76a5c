namespace Archive.Store.Links;

/// <summary>
/// Addresses of programs and pages that note who goes where before they send them on: a mail program's "safe links", a search's results. Where
/// the address that is meant stands in them, nobody need go that way.
/// </summary>
internal static class WrappedAddress
{
    // Host (with a dot before it: and whatever stands before that), path, and the parameter that holds the address.
    private static readonly (string Host, string Path, string Parameter)[] Known =
    [
        (".safelinks.protection.outlook.com", "/", "url"), ("l.facebook.com", "/l.php", "u"), ("lm.facebook.com", "/l.php", "u"), ("l.instagram.com", "/", "u"), ("www.youtube.com", "/redirect", "q"),
        ("out.reddit.com", "/", "url"), ("t.umblr.com", "/redirect", "z"), ("slack-redir.net", "/link", "url"), ("www.linkedin.com", "/redir/redirect", "url"), ("vk.com", "/away.php", "to"),
    ];

    /// <returns>The address that is meant; null where it stands for itself.</returns>
    public static string? Of(Uri uri)
    {
        var host = uri.Host;
        if (host.Equals("urldefense.com", StringComparison.OrdinalIgnoreCase))
        {
            return Between(uri.OriginalString);
        }
        string[] parameters = (host.StartsWith("www.google.", StringComparison.OrdinalIgnoreCase) || host.StartsWith("google.", StringComparison.OrdinalIgnoreCase)) && uri.AbsolutePath == "/url" ? ["q", "url"]
            : [.. Known.Where(one => (one.Host[0] == '.' ? host.EndsWith(one.Host, StringComparison.OrdinalIgnoreCase) : host.Equals(one.Host, StringComparison.OrdinalIgnoreCase))
                && uri.AbsolutePath.StartsWith(one.Path, StringComparison.OrdinalIgnoreCase)).Select(one => one.Parameter)];
        return parameters.Length == 0 ? null : uri.Query.TrimStart('?').Split('&').Select(parameter => parameter.Split('=', 2))
            .Where(pair => pair.Length == 2 && parameters.Contains(pair[0])).Select(pair => Uri.UnescapeDataString(pair[1])).FirstOrDefault(IsWhole);
    }

    // https://urldefense.com/v3/__https://example.org/a__;!!abc$
    private static string? Between(string text)
    {
        var start = text.IndexOf("/v3/__", StringComparison.Ordinal);
        var end = text.LastIndexOf("__;", StringComparison.Ordinal);
        // A star stands for a letter that is kept elsewhere.
        return start >= 0 && end > start + 6 && text[(start + 6)..end] is var inside && IsWhole(inside) && !inside.Contains('*') ? inside : null;
    }

    private static bool IsWhole(string text) => text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
}
