namespace Archive.Store.Search.Asking;

/// <summary>Counts by day as bars that a reader can take in at once.</summary>
internal static class Timelines
{
    // Most days, weeks and months that are shown bar by bar.
    private const int MostDays = 45;

    private const int MostWeeks = 52;

    private const int MostMonths = 84;

    /// <param name="days">Matches by day number.</param>
    /// <param name="covered">Days that something in the archive covers.</param>
    /// <returns>Null where nothing has a date.</returns>
    public static Timeline? Of(SortedDictionary<int, long> days, SearchRequest request, Coverage covered)
    {
        var dated = days.Where(day => day.Key > 0).ToList();
        if (dated.Count == 0)
        {
            return null;
        }
        // What was asked for, as far as the archive reaches.
        var first = request.From is { } from ? Math.Max(from.DayNumber, covered.First) : dated[0].Key;
        var last = request.To is { } to ? Math.Min(to.DayNumber, covered.Last) : dated[^1].Key;
        first = Math.Min(first, dated[0].Key);
        last = Math.Max(last, dated[^1].Key);
        var step = StepOf(first, last);
        List<TimelineBar> bars = [];
        var next = 0;
        for (var start = first; start <= last;)
        {
            var end = Math.Min(EndOf(step, start), last);
            long count = 0;
            for (; next < dated.Count && dated[next].Key <= end; next++)
            {
                count += dated[next].Value;
            }
            bars.Add(new(DateOnly.FromDayNumber(start), DateOnly.FromDayNumber(end), count, count > 0 || covered.AnyOf(start, end)));
            start = end + 1;
        }
        return new(step, bars);
    }

    private static TimelineStep StepOf(int first, int last)
    {
        var days = last - first + 1;
        var (from, to) = (DateOnly.FromDayNumber(first), DateOnly.FromDayNumber(last));
        return days <= MostDays ? TimelineStep.Day
            : days <= MostWeeks * 7 ? TimelineStep.Week
            : (to.Year - from.Year) * 12 + to.Month - from.Month < MostMonths ? TimelineStep.Month
            : TimelineStep.Year;
    }

    // The last day of the week (Monday to Sunday), month or year that a day lies in.
    private static int EndOf(TimelineStep step, int day)
    {
        var date = DateOnly.FromDayNumber(day);
        return step switch
        {
            TimelineStep.Day => day,
            TimelineStep.Week => day + (7 - (int)date.DayOfWeek) % 7,
            TimelineStep.Month => day - date.Day + DateTime.DaysInMonth(date.Year, date.Month),
            _ => new DateOnly(date.Year, 12, 31).DayNumber,
        };
    }
}

/// <summary>Which days the posts of the archive cover.</summary>
internal sealed class Coverage
{
    private readonly (int First, int Last)[] runs;

    public Coverage(IEnumerable<SegmentView> segments)
    {
        runs = [.. segments.SelectMany(segment => segment.Covered)];
        First = runs.Length == 0 ? 1 : runs.Min(run => run.First);
        Last = runs.Length == 0 ? 0 : runs.Max(run => run.Last);
    }

    /// <summary>Day number of the first day covered.</summary>
    public int First { get; }

    public int Last { get; }

    public bool AnyOf(int first, int last) => Array.Exists(runs, run => run.First <= last && run.Last >= first);
}
