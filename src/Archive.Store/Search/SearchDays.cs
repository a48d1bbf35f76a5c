using System.Text.RegularExpressions;

namespace Archive.Store.Search;

/// <summary>The days of a typed date: 2021, 2021-01 or 2021-01-28; also 2021/1/28 and digits of any script.</summary>
public static partial class SearchDays
{
    /// <returns>First and last day, or null where it is no date of the calendar.</returns>
    public static (DateOnly First, DateOnly Last)? Of(string text)
    {
        var written = Date().Match(string.Concat(text.Select(c => char.IsDigit(c) ? (char)('0' + (int)char.GetNumericValue(c)) : c)));
        if (!written.Success)
        {
            return null;
        }
        var year = Number(written.Groups["year"])!.Value;
        var month = Number(written.Groups["month"]);
        var day = Number(written.Groups["day"]);
        if (year == 0 || month is 0 or > 12 || day is 0 || (day is not null && day > DateTime.DaysInMonth(year, month!.Value)))
        {
            return null;
        }
        return (new(year, month ?? 1, day ?? 1), new(year, month ?? 12, day ?? DateTime.DaysInMonth(year, month ?? 12)));
    }

    private static int? Number(Group group) => group.Success ? int.Parse(group.ValueSpan) : null;

    [GeneratedRegex(@"^(?<year>[0-9]{4})([-/.‐‑–−](?<month>[0-9]{1,2})([-/.‐‑–−](?<day>[0-9]{1,2}))?)?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Date();
}
