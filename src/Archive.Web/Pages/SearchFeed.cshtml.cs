using Archive.Store;
using Archive.Store.Search;
using Archive.Web.Feeds;
using Archive.Web.Pages.Searching;
using Archive.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Archive.Web.Pages;

/// <summary>The page of a search for machines: the same address with ".json", the same answer. A page among pages, so that it is kept as they are.</summary>
internal sealed class SearchFeedModel(HeadlineSearch search, IOptions<SiteOptions> site) : SearchingPage(search)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (At(Permalink.SearchFeedPage) is RedirectResult elsewhere)
        {
            return elsewhere;
        }
        var answer = await AnswerAsync(cancel);
        // Not a content result: that would name a length, and what names anything of its own is not kept.
        Response.ContentType = SearchFeed.ContentType;
        await SearchFeed.WriteAsync(Response.Body, answer, site.Value, cancel);
        return new EmptyResult();
    }
}
