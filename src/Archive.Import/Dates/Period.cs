using System.Globalization;
using Archive.Store;

namespace Archive.Import.Dates;

/// <summary>A text that is meant as a period. <see cref="First"/> and <see cref="Last"/> are null, and <see cref="Unclear"/> says why, where it cannot be read.</summary>
internal sealed record PeriodText(DateOnly? First, DateOnly? Last, DatePrecision? Precision, string? Unclear, string? WeekdayConflict, bool IsRange, bool HasWeekday);

/// <summary>First day to last day: "Saturday – Sunday, January 30 – February 1, 2021". Weekdays are evidence, not truth: the dates win.</summary>
internal static class Period
{
    private const int LongestPeriod = 110;

    // A range over the new year with the year printed once: longer than this, it is reversed instead.
    private const int LongestUnwrittenTurn = 100;

    /// <returns>Null where the text is not made of the words of dates alone, or says too little to be meant as a period.</returns>
    public static PeriodText? Parse(string text) => Parse(text.AsSpan());

    /// <inheritdoc cref="Parse(string)"/>
    public static PeriodText? Parse(ReadOnlySpan<char> text)
    {
        if (text.Length is < 3 or > LongestPeriod)
        {
            return null;
        }
        var period = Read(text, monthFirst: false);
        // "3/5/2019 - 3/7/2019": two months day first, three days month first.
        return text.Contains('/') && period is { IsRange: true } && !IsShort(period) && Read(text, monthFirst: true) is { Unclear: null } other && IsShort(other) ? other : period;
    }

    private static bool IsShort(PeriodText period) => period is { First: { } first, Last: { } last } && last.DayNumber - first.DayNumber <= 31;

    private static PeriodText? Read(ReadOnlySpan<char> text, bool monthFirst)
    {
        if (DateTokens.Read(text, monthFirst) is not { } tokens)
        {
            return null;
        }
        var weekdays = tokens.FindAll(token => token.Kind == DateTokenKind.Weekday);
        var week = tokens.Find(token => token.Kind is DateTokenKind.WeekOf or DateTokenKind.WeekEnding);
        tokens.RemoveAll(token => token.Kind is DateTokenKind.WeekOf or DateTokenKind.WeekEnding);
        RemoveWeekdays(tokens);
        var dash = tokens.FindIndex(token => token.Kind == DateTokenKind.Dash);
        if (tokens.Count == 0 || tokens.FindLastIndex(token => token.Kind == DateTokenKind.Dash) != dash)
        {
            return null;
        }
        var left = PartialDate.Read(dash < 0 ? tokens : tokens.Take(dash));
        var right = dash < 0 ? left : PartialDate.Read(tokens.Skip(dash + 1));
        if (left is not { } start || right is not { } end || start.IsEmpty || end.IsEmpty || (start.Month ?? end.Month) is null)
        {
            return null;
        }
        var period = Join(Fill(start, end), dash >= 0, weekdays.Count > 0);
        if (week.Kind is DateTokenKind.WeekOf or DateTokenKind.WeekEnding && period is { IsRange: false, Precision: DatePrecision.Day, Last: { } day })
        {
            return week.Kind == DateTokenKind.WeekOf
                ? period with { Last = day.AddDays(6), IsRange = true }
                : period with { First = day.AddDays(-6), IsRange = true };
        }
        return period with { WeekdayConflict = Conflict(period, weekdays) };
    }

    // "Tuesday- Wednesday, January 19 – 20, 2021": the dash between the weekdays goes with them.
    private static void RemoveWeekdays(List<DateToken> tokens)
    {
        for (var i = tokens.Count - 2; i > 0; i--)
        {
            if (tokens[i].Kind == DateTokenKind.Dash && tokens[i - 1].Kind == DateTokenKind.Weekday && tokens[i + 1].Kind == DateTokenKind.Weekday)
            {
                tokens.RemoveAt(i);
            }
        }
        tokens.RemoveAll(token => token.Kind is DateTokenKind.Weekday or DateTokenKind.Comma);
    }

    // Each side takes from the other what it leaves out: "15 – 19 February 2021", "Dec. 30 – Jan. 2, 2021", "December 30, 2020 – January 2".
    private static (PartialDate First, PartialDate Last) Fill(PartialDate first, PartialDate last)
    {
        first = first with { Month = first.Month ?? last.Month };
        last = last with { Month = last.Month ?? first.Month };
        if (first.Year is null && last.Year is { } lastYear)
        {
            var turned = first.Month > last.Month && (12 - first.Month + last.Month) * 31 <= LongestUnwrittenTurn;
            first = first with { Year = turned ? lastYear - 1 : lastYear };
        }
        else if (last.Year is null && first.Year is { } firstYear)
        {
            last = last with { Year = first.Month > last.Month ? firstYear + 1 : firstYear };
        }
        return (first, last);
    }

    private static PeriodText Join((PartialDate First, PartialDate Last) sides, bool isRange, bool hasWeekday)
    {
        var unclear = (string why) => new PeriodText(null, null, null, why, null, isRange, hasWeekday);
        if (sides.First.Year is null)
        {
            return unclear("no year is printed");
        }
        if (!sides.First.Exists || !sides.Last.Exists)
        {
            return unclear("it names a day that does not exist");
        }
        if (sides.First.Whole() is not { } first || sides.Last.Whole() is not { } last || first.Precision != last.Precision)
        {
            return unclear("its first and last day cannot be told");
        }
        return first.First > last.Last
            ? unclear("it ends before it begins")
            : new PeriodText(first.First, last.Last, first.Precision, null, null, isRange, hasWeekday);
    }

    private static string? Conflict(PeriodText period, List<DateToken> weekdays)
    {
        if (period is not { First: { } first, Last: { } last, Precision: DatePrecision.Day } || weekdays.Count == 0)
        {
            return null;
        }
        var starts = Matches(weekdays[0], first);
        var ends = weekdays.Count == 1 ? (period.IsRange ? starts || Matches(weekdays[0], last) : starts) : Matches(weekdays[^1], last);
        var agrees = weekdays.Count == 1 ? ends : starts && ends && weekdays.Count == 2 && (period.IsRange || weekdays[0] == weekdays[1]);
        return agrees ? null : first == last
            ? $"{Day(first)} is a {first.DayOfWeek}"
            : $"{Day(first)} is a {first.DayOfWeek} and {Day(last)} a {last.DayOfWeek}";
    }

    private static bool Matches(DateToken weekday, DateOnly day) => weekday.Value % 7 == (int)day.DayOfWeek;

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
