using Archive.Store;
using Archive.Store.Naming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Listing;

/// <summary>Posts filed under one subject heading.</summary>
internal abstract class CategoryPage(ArchiveContext archive) : ListPage
{
    protected ArchiveContext Archive { get; } = archive;

    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    public Heading Category { get; private set; } = null!;

    internal sealed record Heading(long Id, string Name, string Slug, int Posts);

    /// <returns>False where there is no such heading, or nothing at the place.</returns>
    protected async Task<bool> ReadAsync(int headlinesOfEach, CancellationToken cancel)
    {
        var category = await Archive.Categories.At(Slug)
            .Select(category => new Heading(category.Id, category.Name, category.Slug, category.Posts.Count)).FirstOrDefaultAsync(cancel);
        if (category is null)
        {
            return false;
        }
        Category = category;
        return await ReadAsync(Archive.Posts.InCategory(category.Id), Archive.Headlines.Stretch(0, headlinesOfEach), PageSize, cancel);
    }

    /// <summary>For an address under which there is none: where the heading is now.</summary>
    protected async Task<IActionResult> MovedAsync(Func<string, string> addressOf, CancellationToken cancel) =>
        await SlugMoves.OfAsync(Archive, NamedKind.Category, Slug, cancel) is { } slug ? RedirectPermanent(addressOf(slug)) : NotFound();
}
