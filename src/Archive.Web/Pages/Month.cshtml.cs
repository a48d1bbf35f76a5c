using Archive.Store;
using Archive.Web.Pages.Listing;
using Microsoft.AspNetCore.Mvc;

namespace Archive.Web.Pages;

/// <summary>One month: the days that are covered, and its posts.</summary>
internal sealed class MonthModel(ArchiveContext archive) : ReadingPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Month { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public PostListing Listing { get; private set; } = null!;

    public MonthCalendar Calendar { get; private set; } = null!;

    public Neighbours Neighbours { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Month is < 1 or > 12 || !await archive.Posts.ReachAsync(Year, cancel))
        {
            return NotFound();
        }
        var listing = await PostListing.ReadAsync(archive.Posts.InMonth(Year, Month), archive.Headlines.Stretch(0, 0), new(Before, After), PageSize, cancel);
        if (listing is null)
        {
            return NotFound();
        }
        Listing = listing;
        Calendar = await MonthCalendar.ReadAsync(archive.Posts, Year, Month, cancel);
        var first = new DateOnly(Year, Month, 1);
        var last = new DateOnly(Year, Month, DateTime.DaysInMonth(Year, Month));
        Neighbours = await Neighbours.OfDaysAsync(archive.Posts, first, last, cancel);
        return At(Permalink.Month(Year, Month));
    }
}
