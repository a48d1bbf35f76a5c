using Archive.Store;
using Archive.Store.Naming;
using Archive.Web.Pages.Listing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages;

/// <summary>What one outlet published: its posts, and the digests that list it with the headlines that are its own.</summary>
internal sealed class OutletModel(ArchiveContext archive) : ReadingPage
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public Heading Outlet { get; private set; } = null!;

    public PostListing Listing { get; private set; } = null!;

    internal sealed record Heading(long Id, string Name, string Slug);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var outlet = await archive.Outlets.At(Slug).Select(outlet => new Heading(outlet.Id, outlet.Name, outlet.Slug)).FirstOrDefaultAsync(cancel);
        if (outlet is null)
        {
            return await SlugMoves.OfAsync(archive, NamedKind.Outlet, Slug, cancel) is { } slug ? RedirectPermanent(Permalink.Outlet(slug)) : NotFound();
        }
        if (await PostListing.ReadAsync(archive.Posts.CarriedBy(outlet.Id), archive.Headlines.OfOutlet(outlet.Id), new(Before, After), PageSize, cancel) is not { } listing)
        {
            return NotFound();
        }
        Outlet = outlet;
        Listing = listing;
        return At(Permalink.Outlet(outlet.Slug));
    }
}
