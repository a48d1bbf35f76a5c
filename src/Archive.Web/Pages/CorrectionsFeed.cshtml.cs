using Archive.Store;
using Archive.Web.Feeds;
using Archive.Web.Pages.Correcting;
using Archive.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Archive.Web.Pages;

/// <summary>The corrections as a feed.</summary>
internal sealed class CorrectionsFeedModel(ArchiveContext archive, IOptions<SiteOptions> site) : CorrectionsPage(archive)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (At(Permalink.CorrectionsFeed()) is RedirectResult elsewhere)
        {
            return elsewhere;
        }
        await ReadAsync(cancel);
        var feed = new AtomFeed(
            "corrections", Permalink.CorrectionsFeed(Before), Permalink.CorrectionsFeed(), Permalink.Corrections(Before), [.. Shown.Select(CorrectionEntry.Of)])
        {
            Next = NextBefore is { } next ? Permalink.CorrectionsFeed(next) : null,
        };
        return await Response.SendAsync(feed, site.Value, cancel);
    }
}
