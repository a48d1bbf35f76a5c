using System.Net;
using AngleSharp.Html.Parser;

namespace Archive.Web.Tests.Desk;

/// <summary>Goes wherever the site links to, as a search engine does.</summary>
internal static class Crawl
{
    private const int MostPages = 250;

    private static readonly string[] NotRead = ["image/", "font/", "text/css", "text/javascript"];

    /// <summary>The text of every page that a reader gets to from some, by its address.</summary>
    public static async Task<Dictionary<string, string>> FromAsync(HttpClient reader, IReadOnlyCollection<string> start)
    {
        var stop = TestContext.Current.CancellationToken;
        Dictionary<string, string> found = new(StringComparer.Ordinal);
        Queue<string> open = new(start);
        HashSet<string> seen = [.. open];
        while (open.TryDequeue(out var address))
        {
            using var answer = await reader.GetAsync(address, stop);
            if (answer.StatusCode != HttpStatusCode.OK || answer.Content.Headers.ContentType?.MediaType is not { } type || NotRead.Any(one => type.StartsWith(one, StringComparison.Ordinal)))
            {
                continue;
            }
            found[address] = await answer.Content.ReadAsStringAsync(stop);
            using var page = await new HtmlParser().ParseDocumentAsync(found[address], stop);
            foreach (var link in page.QuerySelectorAll("a[href], link[href]").Select(link => link.GetAttribute("href")!.Split('#')[0]))
            {
                var next = link.StartsWith('?') ? address.Split('?')[0] + link : link.StartsWith("https://archive.example/", StringComparison.Ordinal) ? link[23..] : link;
                // Every choice of a search leads to more of them: only those are followed that a first page has.
                if (next.StartsWith('/') && seen.Count < MostPages && (!next.Contains('?', StringComparison.Ordinal) || start.Contains(address)) && seen.Add(next))
                {
                    open.Enqueue(next);
                }
            }
        }
        return found;
    }
}
