namespace Archive.Import.Blocks;

/// <summary>What a link is called that stands beside the title which it leads to: "link", "here", or its own host.</summary>
internal static class LinkLabel
{
    private static readonly HashSet<string> Pointing = new(["link", "here", "url", "source", "read", "more", "read more", "read it", "read here", "article", "full story", "full article", "web"], StringComparer.OrdinalIgnoreCase);

    public static bool Points(string label, string? url)
    {
        var bare = label.Trim('(', ')', '[', ']', '→', '»', ' ');
        return Pointing.Contains(bare) || bare.Contains('.') && Uri.TryCreate(url, UriKind.Absolute, out var uri) && WithoutPrefix(uri.Host).Equals(WithoutPrefix(bare.TrimEnd('/')), StringComparison.OrdinalIgnoreCase);
    }

    private static string WithoutPrefix(string host) => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
}
