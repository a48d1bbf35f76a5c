using Archive.Store;
using Archive.Web.Pages.Listing;
using Microsoft.AspNetCore.Mvc;

namespace Archive.Web.Pages;

/// <summary>One year: its months, and its posts.</summary>
internal sealed class YearModel(ArchiveContext archive) : ReadingPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public PostListing Listing { get; private set; } = null!;

    public Months Months { get; private set; } = null!;

    public (int First, int Last) Years { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await archive.Posts.YearsAsync(cancel) is not var (first, last) || Year < first || Year > last)
        {
            return NotFound();
        }
        var listing = await PostListing.ReadAsync(archive.Posts.InYear(Year), archive.Headlines.Stretch(0, 0), new(Before, After), PageSize, cancel);
        if (listing is null)
        {
            return NotFound();
        }
        Years = (first, last);
        Listing = listing;
        Months = await Months.ReadAsync(archive.MonthTotals.Where(month => month.Year == Year), cancel);
        return At(Permalink.Year(Year));
    }
}
