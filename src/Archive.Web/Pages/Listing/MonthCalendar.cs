using Archive.Store;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Listing;

/// <summary>A month as weeks of days, Monday first, and which of them the archive covers.</summary>
internal sealed class MonthCalendar(int year, int month, IReadOnlyList<MonthCalendar.Stretch> covered)
{
    /// <summary>Days that at least one post stands for.</summary>
    internal sealed record Stretch(DateOnly? First, DateOnly? Last);

    public bool Covers(DateOnly day) => covered.Any(stretch => stretch.First <= day && day <= stretch.Last);

    /// <summary>Weeks of seven; null where a day belongs to another month.</summary>
    public IEnumerable<DateOnly?[]> Weeks
    {
        get
        {
            var first = new DateOnly(year, month, 1);
            var lead = ((int)first.DayOfWeek + 6) % 7;
            return Enumerable.Repeat<DateOnly?>(null, lead)
                .Concat(Enumerable.Range(1, DateTime.DaysInMonth(year, month)).Select(day => (DateOnly?)new DateOnly(year, month, day)))
                .Chunk(7)
                .Select(week => week.Length == 7 ? week : [.. week, .. new DateOnly?[7 - week.Length]]);
        }
    }

    public static async Task<MonthCalendar> ReadAsync(IQueryable<Post> posts, int year, int month, CancellationToken cancel) => new(year, month, await posts
        .KnownToTheDay()
        .Touching(new(year, month, 1), new(year, month, DateTime.DaysInMonth(year, month)), await posts.LongestPeriodAsync(cancel))
        .Select(post => new Stretch(post.DateStart, post.DateEnd))
        .Distinct()
        .ToListAsync(cancel));
}
