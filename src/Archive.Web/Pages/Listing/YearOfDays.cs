using Archive.Store;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Listing;

/// <summary>The days of a year: which of them posts cover, and how many headlines the digests of a day list.</summary>
internal sealed class YearOfDays
{
    /// <summary>Shades between a few headlines and the most.</summary>
    public const int Shades = 4;

    // By day of the year; null where nothing covers it.
    private readonly int?[] headlines;
    private readonly int[] thresholds;

    public YearOfDays(int year, IEnumerable<PeriodTotal> periods)
    {
        Year = year;
        var first = new DateOnly(year, 1, 1);
        headlines = new int?[DateTime.IsLeapYear(year) ? 366 : 365];
        foreach (var period in periods)
        {
            var to = Math.Min(period.Last.DayNumber - first.DayNumber, headlines.Length - 1);
            for (var day = Math.Max(0, period.First.DayNumber - first.DayNumber); day <= to; day++)
            {
                headlines[day] = (headlines[day] ?? 0) + period.Headlines;
            }
        }
        var listed = headlines.OfType<int>().Where(count => count > 0).Order().ToList();
        thresholds = [.. Enumerable.Range(1, Shades - 1).Where(_ => listed.Count > 0).Select(part => listed[part * (listed.Count - 1) / Shades])];
    }

    public int Year { get; }

    public int Covered => headlines.Count(count => count is not null);

    public int Count => headlines.Length;

    /// <summary>Null where nothing covers the day.</summary>
    public int? Headlines(DateOnly day) => headlines[day.DayOfYear - 1];

    /// <summary>0 for a day without headlines; then as many days have the one shade as the other, so that one long list does not pale all others.</summary>
    public int Shade(DateOnly day) => Headlines(day) is > 0 and var count ? 1 + thresholds.Count(threshold => count > threshold) : 0;

    public static async Task<YearOfDays> ReadAsync(IQueryable<Post> posts, int year, CancellationToken cancel) => new(year, await posts
        .KnownToTheDay()
        .Touching(new(year, 1, 1), new(year, 12, 31), await posts.LongestPeriodAsync(cancel))
        .PeriodTotals()
        .ToListAsync(cancel));
}
