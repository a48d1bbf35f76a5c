using Archive.Store;
using Archive.Web.Feeds;
using Archive.Web.Pages.Listing;
using Archive.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Archive.Web.Pages;

/// <summary>The posts of one subject heading as a feed.</summary>
internal sealed class CategoryFeedModel(ArchiveContext archive, IOptions<SiteOptions> site) : CategoryPage(archive)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(HeadlinesInFeed / PageSize, cancel))
        {
            return await MovedAsync(Permalink.CategoryFeed, cancel);
        }
        var (feed, page) = (Permalink.CategoryFeed(Category.Slug), Permalink.Category(Category.Slug));
        return At(feed) is RedirectResult elsewhere ? elsewhere
            : await Response.SendAsync(await PostFeed.OfAsync(Listing, Category.Name, feed, Here, page, Archive, site.Value, cancel), site.Value, cancel);
    }
}
