using Archive.Store;
using Archive.Web.Pages.Listing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Desk.Naming;

/// <summary>All categories, to choose one to change.</summary>
internal sealed class CategoriesModel(IDbContextFactory<ArchiveContext> store) : DeskPage
{
    private const int Names = 200;

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    public NameIndex Index { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await using var archive = await store.CreateDbContextAsync(cancel);
        Index = new(await archive.Categories.AfterSlug(From).Take(Names).Select(row => new NameIndex.Entry(row.Name, row.Slug, row.Posts.Count, 0)).ToListAsync(cancel), Names);
    }
}
