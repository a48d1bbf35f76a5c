using Archive.Store;
using Archive.Web.Pages.Listing;
using Archive.Web.Pages.Printed;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages;

/// <summary>One day: what was published on it or covers it; a day that nothing covers says so and names its neighbours.</summary>
internal sealed class DayModel(ArchiveContext archive) : ReadingPage
{
    private const int HeadlinesShown = 60;

    // Days.
    private const int LongestYear = 366;

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Month { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Day { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public DateOnly Date { get; private set; }

    public PostListing Listing { get; private set; } = null!;

    /// <summary>Posts of which only the month or the year is known.</summary>
    public IReadOnlyList<PostLine> Roughly { get; private set; } = [];

    public Neighbours Neighbours { get; private set; } = null!;

    public string Words => $"{DateWords.Weekday(Date)} {DateWords.Day(Date)}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Month is < 1 or > 12 || Day < 1 || Day > DateTime.DaysInMonth(Year, Month) || !await archive.Posts.ReachAsync(Year, cancel))
        {
            return NotFound();
        }
        Date = new(Year, Month, Day);
        var listing = await PostListing.ReadAsync(
            archive.Posts.KnownToTheDay().OnDay(Date, await archive.Posts.LongestPeriodAsync(cancel)), archive.Headlines.Stretch(0, HeadlinesShown), new(Before, After), PageSize, cancel);
        if (listing is null)
        {
            return NotFound();
        }
        Listing = listing;
        Roughly = await archive.Posts.NotKnownToTheDay().OnDay(Date, LongestYear).NewestFirst().Take(PageSize).Select(PostLine.From).ToListAsync(cancel);
        Neighbours = await Neighbours.OfDaysAsync(archive.Posts.KnownToTheDay(), Date, Date, cancel);
        return At(Permalink.Day(Date));
    }
}
