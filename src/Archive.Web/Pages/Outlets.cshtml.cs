using Archive.Store;
using Archive.Web.Pages.Listing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages;

/// <summary>All outlets, with what of each stands in the archive.</summary>
internal sealed class OutletsModel(ArchiveContext archive) : ReadingPage
{
    private const int Names = 200;

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    public NameIndex Index { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Index = new(await archive.Outlets.AfterSlug(From).Take(Names)
            .Select(outlet => new NameIndex.Entry(
                outlet.Name,
                outlet.Slug,
                archive.Posts.Count(post => post.OutletId == outlet.Id),
                archive.Headlines.Count(headline => headline.OutletId == outlet.Id)))
            .ToListAsync(cancel), Names);
        return At(Permalink.Outlets);
    }
}
