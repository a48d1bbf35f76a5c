using Archive.Store;
using Archive.Store.Search;
using Archive.Web.Feeds;
using Archive.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Archive.Web.Pages;

/// <summary>One part of the sitemap.</summary>
internal sealed class SitemapPartModel(ArchiveContext archive, CurrentThesaurus current, IOptions<SiteOptions> site) : ReadingPage
{
    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Sitemap.IsOff(site.Value))
        {
            return NotFound();
        }
        if (At(Permalink.SitemapPart(Name)) is RedirectResult elsewhere)
        {
            return elsewhere;
        }
        var entries = Name == SitemapParts.Pages ? await PagesAsync(cancel)
            : SitemapParts.Parse(Name) is var (month, number) ? await SitemapParts.ReadAsync(archive, month, number, cancel)
            : [];
        if (entries.Count == 0)
        {
            return NotFound();
        }
        Response.ContentType = Sitemap.ContentType;
        await Sitemap.WritePartAsync(Response.Body, entries, site.Value);
        return new EmptyResult();
    }

    // All that is no post and no headline, but for lists of an archive with more names than a sitemap holds.
    private async Task<IReadOnlyList<Sitemap.Entry>> PagesAsync(CancellationToken cancel)
    {
        var months = await archive.MonthTotals.OrderByDescending(month => month.Year).ThenByDescending(month => month.Month).Select(month => new { month.Year, month.Month, month.ChangedAt }).ToListAsync(cancel);
        var categories = await archive.Categories.AfterSlug(null).Select(category => category.Slug).Take(Sitemap.AddressesInPart).ToListAsync(cancel);
        var thesaurus = await current.OfAsync(archive, cancel);
        var outlets = await archive.Outlets.AfterSlug(null).Select(outlet => outlet.Slug).Take(Sitemap.AddressesInPart).ToListAsync(cancel);
        return
        [
            .. new[] { Permalink.Home, Permalink.About, Permalink.CalendarPage, Permalink.Outlets, Permalink.Categories, Permalink.Thesaurus }.Select(address => new Sitemap.Entry(address, null)),
            .. months.GroupBy(month => month.Year).Select(year => new Sitemap.Entry(Permalink.Year(year.Key), year.Max(month => month.ChangedAt))),
            .. months.Select(month => new Sitemap.Entry(Permalink.Month(month.Year, month.Month), month.ChangedAt)),
            .. categories.Select(slug => new Sitemap.Entry(Permalink.Category(slug), null)),
            .. thesaurus.Topics.Select(topic => new Sitemap.Entry(Permalink.Topic(topic.Slug), null)),
            .. outlets.Select(slug => new Sitemap.Entry(Permalink.Outlet(slug), null)),
        ];
    }
}
