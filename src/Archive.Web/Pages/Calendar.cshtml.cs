using Archive.Store;
using Archive.Web.Pages.Listing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages;

/// <summary>A year of days: how many headlines stand on each, and which of them nothing covers.</summary>
internal sealed class CalendarModel(ArchiveContext archive) : ReadingPage
{
    /// <summary>The newest where it is left out.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    /// <summary>Null where no post has a date.</summary>
    public YearOfDays? Days { get; private set; }

    /// <summary>Years in which posts were published, newest first, and the one that is shown.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    public int Undated { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await archive.Posts.YearsAsync(cancel) is var (first, last))
        {
            var year = Year ?? last;
            if (year < first || year > last)
            {
                return NotFound();
            }
            Days = await YearOfDays.ReadAsync(archive.Posts, year, cancel);
            var years = await archive.MonthTotals.Select(month => month.Year).Distinct().ToListAsync(cancel);
            Years = [.. years.Where(one => one > DateOnly.MinValue.Year).Append(year).Distinct().OrderDescending()];
        }
        Undated = await archive.Posts.Undated().CountAsync(cancel);
        var shown = At(Permalink.CalendarPage);
        if (Year is { } asked)
        {
            ViewData["Canonical"] = Permalink.Calendar(asked);
        }
        return shown;
    }
}
