using Archive.Store;
using Archive.Web.Pages.Listing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages;

/// <summary>All subject headings, with how many posts stand under each.</summary>
internal sealed class CategoriesModel(ArchiveContext archive) : ReadingPage
{
    private const int Names = 200;

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    public NameIndex Index { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Index = new(await archive.Categories.AfterSlug(From).Take(Names)
            .Select(category => new NameIndex.Entry(category.Name, category.Slug, category.Posts.Count, 0)).ToListAsync(cancel), Names);
        return At(Permalink.Categories);
    }
}
