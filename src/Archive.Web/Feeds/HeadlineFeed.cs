using System.Xml.Linq;
using Archive.Store;
using Archive.Store.History;
using Archive.Store.Search;
using Archive.Web.Pages.Printed;
using Archive.Web.Settings;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Feeds;

/// <summary>A page of a search's headlines as a feed, each an entry.</summary>
internal static class HeadlineFeed
{
    /// <param name="addressOf">Address of the feed at a page of the search.</param>
    public static async Task<AtomFeed> OfAsync(
        SearchAnswer answer, string title, Func<SearchRequest, string> addressOf, string page, ArchiveContext archive, SiteOptions site, CancellationToken cancellation)
    {
        var asked = answer.Request;
        var posts = await archive.Headlines.WithIds([.. answer.Headlines.Select(headline => headline.PublicId)])
            .Select(headline => new { headline.PublicId, headline.PostId }).ToDictionaryAsync(headline => headline.PublicId, headline => headline.PostId, cancellation);
        var moments = await archive.MomentsOf([.. posts.Values.Distinct()]).ToDictionaryAsync(post => post.PostId, cancellation);
        // One that went between the search and here is left out.
        var entries = answer.Headlines.Where(headline => posts.ContainsKey(headline.PublicId)).Select(headline => Entry(headline, moments[posts[headline.PublicId]], site));
        return new(title, addressOf(asked), addressOf(asked.FirstPage), page, [.. entries])
        {
            Previous = answer.Previous is null ? null : addressOf(asked.FirstPage with { Before = answer.Previous }),
            Next = answer.Next is null ? null : addressOf(asked.FirstPage with { After = answer.Next }),
        };
    }

    private static AtomEntry Entry(FoundHeadline headline, PostMoments moments, SiteOptions site) =>
        new(headline.Text, Permalink.Headline(headline.PublicId), moments.Came, moments.Updated, [Content(headline, site)]) { Author = headline.OutletName, Related = headline.Url };

    private static XElement Content(FoundHeadline headline, SiteOptions site)
    {
        var place = headline.Place;
        return FeedHtml.Paragraph(
            headline.OutletName is null ? null : FeedHtml.Printed(headline.OutletName),
            headline.OutletName is null ? null : " · ",
            FeedHtml.Link(place.Address, place.Title, site),
            $" · {new Period(place.DateStart, place.DateEnd, place.DatePrecision)}{(place.IsSample ? " · sample: text retold" : "")}");
    }
}
