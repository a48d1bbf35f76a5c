using Archive.Store;
using Archive.Web.Pages.Listing;
using Microsoft.AspNetCore.Mvc;

namespace Archive.Web.Pages;

/// <summary>Posts filed under one subject heading.</summary>
internal sealed class CategoryModel(ArchiveContext archive) : CategoryPage(archive)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await ReadAsync(headlinesOfEach: 0, cancel) ? At(Permalink.Category(Category.Slug)) : await MovedAsync(Permalink.Category, cancel);
}
