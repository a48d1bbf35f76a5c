using Archive.Store;
using Archive.Web.Pages.Listing;
using Microsoft.AspNetCore.Mvc;

namespace Archive.Web.Pages;

/// <summary>Posts for which the source printed no date: none is guessed for them.</summary>
internal sealed class UndatedModel(ArchiveContext archive) : ReadingPage
{
    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public PostListing Listing { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var listing = await PostListing.ReadAsync(archive.Posts.Undated(), archive.Headlines.Stretch(0, 0), new(Before, After), PageSize, cancel);
        if (listing is null)
        {
            return NotFound();
        }
        Listing = listing;
        return At(Permalink.Undated);
    }
}
