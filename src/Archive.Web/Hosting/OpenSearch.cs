using System.Xml.Linq;
using Archive.Store;
using Archive.Store.Search;
using Archive.Web.Accounts.Access;
using Archive.Web.Settings;
using Microsoft.Extensions.Options;

namespace Archive.Web.Hosting;

/// <summary>/opensearch.xml: how a browser can search the archive from its own address bar.</summary>
internal static class OpenSearch
{
    private static readonly XNamespace Namespace = "http://a9.com/-/spec/opensearch/1.1/";

    public static void MapOpenSearch(this IEndpointRouteBuilder app) =>
        app.MapMethods(Permalink.OpenSearch, [HttpMethods.Get, HttpMethods.Head], (HttpRequest request, IOptions<SiteOptions> site) =>
            Results.Text(Describe(site.Value, $"{request.Scheme}://{request.Host}"), "application/opensearchdescription+xml")).ForReaders();

    // The address of a search must be whole; where the site was not told its own, it is the one that was asked.
    private static string Describe(SiteOptions site, string asked)
    {
        const string words = "words";
        var template = (string.IsNullOrEmpty(site.BaseAddress) ? asked : site.BaseAddress.TrimEnd('/'))
            + Permalink.Search(new SearchRequest { Query = words }).Replace(words, "{searchTerms}", StringComparison.Ordinal);
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + new XElement(
            Namespace + "OpenSearchDescription",
            new XElement(Namespace + "ShortName", site.Title.Length <= 16 ? site.Title : site.Title[..16].TrimEnd()),
            new XElement(Namespace + "Description", $"Search the headlines of {site.Title}"),
            new XElement(Namespace + "InputEncoding", "UTF-8"),
            new XElement(Namespace + "Url", new XAttribute("type", "text/html"), new XAttribute("template", template)));
    }
}
