using System.Xml.Linq;
using Archive.Store;
using Archive.Store.History;
using Archive.Web.Pages.Listing;
using Archive.Web.Pages.Printed;
using Archive.Web.Settings;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Feeds;

/// <summary>A list of posts as a feed: what the page's list says of each, and no more of its text.</summary>
internal static class PostFeed
{
    /// <param name="title">As in <see cref="AtomFeed"/>.</param>
    /// <param name="start">Address of the feed without a place.</param>
    /// <param name="place">What follows it on this page; empty at the start.</param>
    public static async Task<AtomFeed> OfAsync(
        PostListing listing, string? title, string start, string place, string page, ArchiveContext archive, SiteOptions site, CancellationToken cancellation)
    {
        var moments = await archive.MomentsOf([.. listing.Posts.Select(post => post.Id)]).ToDictionaryAsync(post => post.PostId, cancellation);
        return new(title, start + place, start, page, [.. listing.Posts.Select(post => Entry(post, [.. listing.Headlines[post.Id]], moments[post.Id], site))])
        {
            Previous = listing.Newer is null ? null : start + listing.Newer,
            Next = listing.Older is null ? null : start + listing.Older,
        };
    }

    private static AtomEntry Entry(PostLine post, List<HeadlineLine> headlines, PostMoments moments, SiteOptions site) =>
        new(post.Title, post.Address, moments.Came, moments.Updated, [.. Content(post, headlines, site)])
        {
            Author = post.Outlet ?? post.Issuer,
            Kind = (PostKindName.Of(post.Kind), KindWords.Of(post.Kind)),
        };

    private static IEnumerable<XElement> Content(PostLine post, List<HeadlineLine> headlines, SiteOptions site)
    {
        string?[] facts =
        [
            KindWords.Of(post.Kind), post.Period.ToString(),
            post.TitleInferred ? "title inferred" : null,
            post.IsSample ? "sample: text retold" : null,
        ];
        yield return FeedHtml.Paragraph(string.Join(" · ", facts.OfType<string>()));
        if (post.Kind == PostKind.Digest && post.HeadlineCount == 0)
        {
            yield return FeedHtml.Paragraph("Its headlines were not preserved.");
        }
        else if (post.Kind != PostKind.Digest && post.Quote is { Length: > 0 } quote)
        {
            yield return FeedHtml.Paragraph(FeedHtml.Printed(quote));
        }
        if (headlines.Count > 0)
        {
            yield return FeedHtml.List(headlines.Select(headline => new object?[]
            {
                FeedHtml.Link(Permalink.Headline(headline.Id), headline.Text, site),
                headline.Outlet is null ? null : " – ",
                headline.Outlet is null ? null : FeedHtml.Printed(headline.Outlet),
            }));
        }
        if (headlines.Count > 0 && post.HeadlineCount > headlines.Count)
        {
            yield return FeedHtml.Paragraph(FeedHtml.Link(post.Address, $"All {post.HeadlineCount} headlines", site));
        }
    }
}
