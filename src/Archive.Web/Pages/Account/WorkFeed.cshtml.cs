using Archive.Store;
using Archive.Store.Worklists;
using Archive.Web.Accounts;
using Archive.Web.Feeds;
using Archive.Web.Pages.Desk.Worklists;
using Archive.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Archive.Web.Pages.Account;

/// <summary>A worklist as a feed, for whoever knows the secret address of an account. There is nothing at any other.</summary>
internal sealed class WorkFeedModel(OwnFeeds feeds, WorklistReader lists, IOptions<SiteOptions> site) : OwnPage
{
    private const int Items = 50;

    public async Task<IActionResult> OnGetAsync([FromRoute] string token, [FromRoute] string list)
    {
        var cancel = HttpContext.RequestAborted;
        if (Closed is not null || !Worklist.All.Contains(list) || !await feeds.IsGoodAsync(token, cancel))
        {
            return NotFound();
        }
        var work = await lists.ReadAsync(list, null, Items, cancel);
        var (address, page) = (Permalink.OwnFeed(token, list), Permalink.Worklist(list));
        return await Response.SendAsync(new(WorklistWords.Name(list), address, address, page, [.. work!.Items.Select(item => Entry(item, page))]), site.Value, cancel);
    }

    private AtomEntry Entry(WorkItem item, string page)
    {
        var at = item.At ?? DateTime.UnixEpoch;
        return new(item.Text, item.Address ?? page, at, at,
        [
            FeedHtml.Paragraph(item.Place is null ? null : FeedHtml.Printed(item.Place)),
            FeedHtml.Paragraph(FeedHtml.Link(page, "Open the worklist", site.Value)),
        ])
        {
            Key = $"{page}#{item.Key}",
        };
    }
}
