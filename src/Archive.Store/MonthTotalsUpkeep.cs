using Microsoft.EntityFrameworkCore;

namespace Archive.Store;

/// <summary>Keeps <see cref="MonthTotal"/> true: whoever adds, moves or removes a post says which days were touched.</summary>
internal static class MonthTotalsUpkeep
{
    /// <summary>Counts the months of these days anew, inside the running transaction; <see cref="DateOnly.MinValue"/>, which stands for no date, has none.</summary>
    public static async Task CountMonthsAsync(this ArchiveContext archive, IEnumerable<DateOnly> days, CancellationToken cancellation = default)
    {
        var now = DateTime.UtcNow;
        foreach (var year in days.Where(day => day > DateOnly.MinValue).Select(day => (day.Year, day.Month)).Distinct().GroupBy(month => month.Year, month => month.Month))
        {
            var months = year.ToArray();
            var (first, last) = (new DateOnly(year.Key, months.Min(), 1), new DateOnly(year.Key, months.Max(), 1).AddMonths(1).AddDays(-1));
            var counts = await archive.Posts.Dated().Where(post => post.SortDay >= first && post.SortDay <= last)
                .GroupBy(post => post.SortDay.Month)
                .Select(month => new { Month = month.Key, Posts = month.Count(), Headlines = month.Sum(post => post.HeadlineCount) })
                .ToListAsync(cancellation);
            await archive.MonthTotals.Where(row => row.Year == year.Key && months.Contains(row.Month)).ExecuteDeleteAsync(cancellation);
            await archive.BulkInsertAsync(
                counts.Where(count => months.Contains(count.Month)).Select(count => new MonthTotal
                {
                    Year = year.Key, Month = count.Month, Posts = count.Posts, Headlines = count.Headlines, ChangedAt = now,
                }),
                cancellation);
        }
    }
}
