using System.Globalization;
using System.Xml;
using Archive.Web.Settings;

namespace Archive.Web.Feeds;

/// <summary>Addresses for those who search the web, by the protocol of sitemaps.org. Only whole addresses count there, so a site that does not know its own has none.</summary>
internal static class Sitemap
{
    public const string ContentType = "application/xml";

    /// <summary>How many addresses stand in one part; the protocol allows 50,000.</summary>
    public const int AddressesInPart = 20_000;

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <param name="Changed">UTC; null where it is not known.</param>
    internal readonly record struct Entry(string Permalink, DateTime? Changed);

    public static bool IsOff(SiteOptions site) => string.IsNullOrEmpty(site.BaseAddress);

    /// <summary>Where each part is.</summary>
    public static Task WriteIndexAsync(Stream output, IEnumerable<Entry> parts, SiteOptions site) => WriteAsync(output, "sitemapindex", "sitemap", parts, site);

    /// <summary>The addresses of one part.</summary>
    public static Task WritePartAsync(Stream output, IEnumerable<Entry> pages, SiteOptions site) => WriteAsync(output, "urlset", "url", pages, site);

    private static async Task WriteAsync(Stream output, string root, string each, IEnumerable<Entry> entries, SiteOptions site)
    {
        await using var xml = XmlWriter.Create(output, new() { Async = true });
        await xml.WriteStartElementAsync(null, root, Namespace);
        foreach (var (permalink, changed) in entries)
        {
            await xml.WriteStartElementAsync(null, each, Namespace);
            await xml.WriteElementStringAsync(null, "loc", Namespace, site.Absolute(permalink));
            if (changed is { } moment)
            {
                await xml.WriteElementStringAsync(null, "lastmod", Namespace, moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            }
            await xml.WriteEndElementAsync();
        }
        await xml.WriteEndElementAsync();
        await xml.FlushAsync();
    }
}
