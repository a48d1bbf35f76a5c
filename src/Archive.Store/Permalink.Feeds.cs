using Archive.Store.Search;

namespace Archive.Store;

/// <summary>Addresses for programs that follow what is new: a list's own with ".atom", and what the archive has for those who search the web.</summary>
public static partial class Permalink
{
    public static string Feed => "/feed.atom";

    public static string SearchAtomPage => "/search.atom";

    /// <param name="before">Those older than this correction.</param>
    public static string CorrectionsFeed(long? before = null) => "/corrections.atom" + (before is { } id ? $"?before={id}" : "");

    public static string Robots => "/robots.txt";

    public static string Sitemap => "/sitemap.xml";

    public static string SitemapPart(string name) => $"/sitemap/{name}.xml";

    public static string CategoryFeed(string slug) => Category(slug) + ".atom";

    public static string TopicFeed(string slug) => Topic(slug) + ".atom";

    /// <summary>The headlines of a search, each an entry.</summary>
    public static string SearchAtom(SearchRequest request) => SearchAtomPage + Query(request);
}
