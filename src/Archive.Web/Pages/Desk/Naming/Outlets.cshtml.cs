using Archive.Store;
using Archive.Web.Pages.Listing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Desk.Naming;

/// <summary>All outlets, to choose one to change.</summary>
internal sealed class OutletsModel(IDbContextFactory<ArchiveContext> store) : DeskPage
{
    private const int Names = 200;

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    public NameIndex Index { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await using var archive = await store.CreateDbContextAsync(cancel);
        Index = new(await archive.Outlets.AfterSlug(From).Take(Names).Select(row => new NameIndex.Entry(row.Name, row.Slug, archive.Posts.Count(post => post.OutletId == row.Id), archive.Headlines.Count(headline => headline.OutletId == row.Id))).ToListAsync(cancel), Names);
    }
}
