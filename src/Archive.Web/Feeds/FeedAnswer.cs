using Archive.Web.Settings;
using Microsoft.AspNetCore.Mvc;

namespace Archive.Web.Feeds;

/// <summary>A feed as the answer of a page, which is kept and tagged as pages are.</summary>
internal static class FeedAnswer
{
    public static async Task<IActionResult> SendAsync(this HttpResponse response, AtomFeed feed, SiteOptions site, CancellationToken cancellation)
    {
        // Not a content result: that would name a length, and what names anything of its own is not kept.
        response.ContentType = AtomFeed.ContentType;
        await feed.WriteAsync(response.Body, site, cancellation);
        return new EmptyResult();
    }
}
