using Archive.Store;
using Archive.Store.Search;
using Archive.Web.Feeds;
using Archive.Web.Pages.Searching;
using Archive.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Archive.Web.Pages;

/// <summary>The headlines of a search as a feed that can be followed: the same address with ".atom", the same answer.</summary>
internal sealed class SearchAtomModel(HeadlineSearch search, ArchiveContext archive, IOptions<SiteOptions> site) : SearchingPage(search)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (At(Permalink.SearchAtomPage) is RedirectResult elsewhere)
        {
            return elsewhere;
        }
        var answer = await AnswerAsync(cancel);
        var title = string.IsNullOrWhiteSpace(answer.Request.Query) ? "headlines" : answer.Request.Query;
        return await Response.SendAsync(
            await HeadlineFeed.OfAsync(answer, title, Permalink.SearchAtom, Permalink.Search(answer.Request), archive, site.Value, cancel), site.Value, cancel);
    }
}
