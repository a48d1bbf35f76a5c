using Archive.Store;
using Archive.Web.Pages.Listing;
using Microsoft.AspNetCore.Mvc;

namespace Archive.Web.Pages;

/// <summary>The newest posts, digests with their headlines.</summary>
internal sealed class IndexModel(ArchiveContext archive) : ReadingPage
{
    private const int Posts = 10;
    private const int HeadlinesShown = 12;

    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public PostListing Listing { get; private set; } = null!;

    public Months Months { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var listing = await PostListing.ReadAsync(
            archive.Posts.Dated(), archive.Headlines.Stretch(0, HeadlinesShown), new(Before, After), Posts, cancel);
        if (listing is null)
        {
            return NotFound();
        }
        Listing = listing;
        Months = await Months.ReadAsync(archive.MonthTotals, cancel);
        return At(Permalink.Home);
    }
}
