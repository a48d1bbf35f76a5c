using Archive.Store;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Listing;

/// <summary>How many posts were published in a month.</summary>
internal sealed record MonthCount(int Year, int Month, int Posts);

/// <summary>The year–month navigator: every year that has posts, newest first, and what stands in each month.</summary>
internal sealed class Months(IReadOnlyList<MonthCount> counts)
{
    /// <summary>Height in units of the fullest month's bar.</summary>
    public const int BarHeight = 20;

    private readonly int _most = counts.Select(month => month.Posts).DefaultIfEmpty(1).Max();

    public IEnumerable<int> Years => counts.Select(month => month.Year).Distinct().OrderDescending();

    public int Count(int year, int month) => counts.FirstOrDefault(count => count.Year == year && count.Month == month)?.Posts ?? 0;

    public int Count(int year) => counts.Where(count => count.Year == year).Sum(count => count.Posts);

    /// <summary>A bar's height: any post at all is seen, the fullest month fills it.</summary>
    public int Bar(int posts) => posts == 0 ? 0 : Math.Max(2, posts * BarHeight / _most);

    /// <param name="totals">Of all months, or of one year's.</param>
    public static async Task<Months> ReadAsync(IQueryable<MonthTotal> totals, CancellationToken cancel) =>
        new(await totals.Select(month => new MonthCount(month.Year, month.Month, month.Posts)).ToListAsync(cancel));
}
