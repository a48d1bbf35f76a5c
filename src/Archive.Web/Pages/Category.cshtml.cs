using Archive.Store;
using Archive.Web.Pages.Listing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages;

/// <summary>Posts filed under one subject heading.</summary>
internal sealed class CategoryModel(ArchiveContext archive) : ReadingPage
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public Heading Category { get; private set; } = null!;

    public PostListing Listing { get; private set; } = null!;

    internal sealed record Heading(long Id, string Name, string Slug, int Posts);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var category = await archive.Categories.At(Slug)
            .Select(category => new Heading(category.Id, category.Name, category.Slug, category.Posts.Count)).FirstOrDefaultAsync(cancel);
        if (category is null
            || await PostListing.ReadAsync(archive.Posts.InCategory(category.Id), archive.Headlines.Stretch(0, 0), new(Before, After), PageSize, cancel) is not { } listing)
        {
            return NotFound();
        }
        Category = category;
        Listing = listing;
        return At(Permalink.Category(category.Slug));
    }
}
