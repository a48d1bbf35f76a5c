using Archive.Store;
using Archive.Store.Search;
using Archive.Web.Feeds;
using Archive.Web.Pages.Searching;
using Archive.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Archive.Web.Pages;

/// <summary>The headlines of one topic, in whatever spelling, as a feed. It goes on as the feed of the search for them, as the page does.</summary>
internal sealed class TopicFeedModel(ArchiveContext archive, CurrentThesaurus current, HeadlineSearch search, IOptions<SiteOptions> site) : TopicPage(archive, current)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } topic)
        {
            return NotFound();
        }
        var start = Permalink.TopicFeed(topic.Slug);
        if (At(start) is RedirectResult elsewhere)
        {
            return elsewhere;
        }
        var all = AllOf(topic);
        var answer = await search.AnswerAsync(all, cancel);
        var feed = await HeadlineFeed.OfAsync(
            answer, topic.Name, asked => asked is { After: null, Before: null } ? start : Permalink.SearchAtom(asked), Permalink.Topic(topic.Slug), Archive, site.Value, cancel);
        return await Response.SendAsync(feed, site.Value, cancel);
    }
}
