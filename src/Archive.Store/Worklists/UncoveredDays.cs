using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Worklists;

/// <summary>Stretches of days between the first and the last that no post of a known day stands for.</summary>
internal static class UncoveredDays
{
    /// <returns>The newest first.</returns>
    public static async Task<IReadOnlyList<WorkItem>> ReadAsync(ArchiveContext archive, CancellationToken cancellation)
    {
        var periods = await archive.Posts.KnownToTheDay().Where(post => post.DateStart != null)
            .Select(post => new { First = post.DateStart!.Value, Last = post.SortDay }).Distinct().ToListAsync(cancellation);
        return [.. Gaps(periods.Select(period => (period.First, period.Last))).Select(Item).Reverse()];
    }

    /// <returns>The oldest first.</returns>
    public static IEnumerable<(DateOnly First, DateOnly Last)> Gaps(IEnumerable<(DateOnly First, DateOnly Last)> covered)
    {
        DateOnly? until = null;
        foreach (var (first, last) in covered.OrderBy(period => period.First))
        {
            if (until is { } end && first > end.AddDays(1))
            {
                yield return (end.AddDays(1), first.AddDays(-1));
            }
            until = until > last ? until : last;
        }
    }

    private static WorkItem Item((DateOnly First, DateOnly Last) gap)
    {
        var days = gap.Last.DayNumber - gap.First.DayNumber + 1;
        return new(
            $"{Text(gap.First, "yyyy-MM-dd")}/{Text(gap.Last, "yyyy-MM-dd")}",
            days == 1 ? Text(gap.First, "d MMMM yyyy") : $"{Text(gap.First, "d MMMM yyyy")} to {Text(gap.Last, "d MMMM yyyy")}",
            Permalink.Day(gap.First),
            days == 1 ? "one day" : $"{days} days",
            gap.Last.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
    }

    private static string Text(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
