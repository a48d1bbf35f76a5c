using Archive.Store;
using Archive.Web.Feeds;
using Archive.Web.Pages.Listing;
using Archive.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Archive.Web.Pages;

/// <summary>The newest posts as a feed: what a reader of the home page sees, for programs that look whether there is more.</summary>
internal sealed class FeedModel(ArchiveContext archive, IOptions<SiteOptions> site) : NewestPage(archive)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (At(Permalink.Feed) is RedirectResult elsewhere)
        {
            return elsewhere;
        }
        return await ReadAsync(HeadlinesInFeed / Posts, cancel)
            ? await Response.SendAsync(await PostFeed.OfAsync(Listing, null, Permalink.Feed, Here, Permalink.Home, Archive, site.Value, cancel), site.Value, cancel)
            : NotFound();
    }
}
