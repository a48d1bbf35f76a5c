using Archive.Store;
using Archive.Web.Feeds;
using Archive.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Archive.Web.Pages;

/// <summary>Where the parts of the sitemap are: one for each month, more where a month has very many headlines.</summary>
internal sealed class SitemapModel(ArchiveContext archive, IOptions<SiteOptions> site) : ReadingPage
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Sitemap.IsOff(site.Value))
        {
            return NotFound();
        }
        if (At(Permalink.Sitemap) is RedirectResult elsewhere)
        {
            return elsewhere;
        }
        var months = await archive.MonthTotals.OrderByDescending(month => month.Year).ThenByDescending(month => month.Month).ToListAsync(cancel);
        var undated = archive.Posts.Undated();
        var (posts, headlines) = (await undated.CountAsync(cancel), await undated.SumAsync(post => post.HeadlineCount, cancel));
        var parts = months.SelectMany(month => Parts(new(month.Year, month.Month, 1), month.Posts, month.Headlines, month.ChangedAt))
            .Concat(Parts(null, posts, headlines, null))
            .Prepend(new(Permalink.SitemapPart(SitemapParts.Pages), null));
        Response.ContentType = Sitemap.ContentType;
        await Sitemap.WriteIndexAsync(Response.Body, parts, site.Value);
        return new EmptyResult();
    }

    private static IEnumerable<Sitemap.Entry> Parts(DateOnly? month, int posts, int headlines, DateTime? changed) =>
        Enumerable.Range(1, SitemapParts.PartsOf(posts, headlines)).Select(number => new Sitemap.Entry(Permalink.SitemapPart(SitemapParts.NameOf(month, number)), changed));
}
