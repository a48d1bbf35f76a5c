using System.Globalization;
using System.Text.RegularExpressions;
using Archive.Store;

namespace Archive.Import.Dates;

/// <summary>A date as somebody types it into a form: a day, several days, a month, a year, or nothing; in figures or as pages print dates.</summary>
/// <param name="Refusal">Why it is none, as a sentence; null where it can be kept.</param>
public sealed partial record TypedDate(DateOnly? First, DateOnly? Last, DatePrecision? Precision, string? Refusal = null)
{
    /// <summary>What a form says beside the field.</summary>
    public const string Help = "As 2026-11-22 or 22 November 2026; 2026-11-20 to 2026-11-22 for several days; 2026-11 or 2026 where no more is known; empty where there is none.";

    public static TypedDate Read(string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.Length == 0)
        {
            return new(null, null, null);
        }
        if (Figures().Match(text) is { Success: true } figures)
        {
            var first = Side(figures.Groups["first"].Value);
            return Joined(first, figures.Groups["last"] is { Success: true } last ? Side(last.Value) : first);
        }
        return Period.Parse(text) switch
        {
            { Unclear: { } why } => Refused($"This date cannot be read: {why}."),
            { WeekdayConflict: { } conflict } => Refused($"The weekday contradicts the date: {conflict}. Mend one of them, or leave the weekday out."),
            { First: { } first, Last: { } last, Precision: { } precision } => new(first, last, precision),
            _ => Refused("This is not read as a date. Write it as 2026-11-22, 2026-11-20 to 2026-11-22, 2026-11 or 2026."),
        };
    }

    /// <summary>As <see cref="Read"/> reads it again: "2021-01-27 to 2021-01-29", "2020-12", "".</summary>
    public static string Of(DateOnly? first, DateOnly? last, DatePrecision? precision)
    {
        if (last is not { } end)
        {
            return "";
        }
        var form = precision switch { DatePrecision.Year => "yyyy", DatePrecision.Month => "yyyy-MM", _ => "yyyy-MM-dd" };
        var (from, to) = ((first ?? end).ToString(form, CultureInfo.InvariantCulture), end.ToString(form, CultureInfo.InvariantCulture));
        return from == to ? to : $"{from} to {to}";
    }

    private static TypedDate Joined(PrintedDate? first, PrintedDate? last) => (first, last) switch
    {
        (null, _) or (_, null) => Refused("There is no such day."),
        ({ } from, { } to) when from.Precision != to.Precision => Refused("Give both as days, both as months, or both as years."),
        ({ } from, { } to) when from.First > to.First => Refused("It ends before it begins."),
        ({ } from, { } to) => new(from.First, to.Last, from.Precision),
    };

    // "2021", "2021-01", "2021-01-27"
    private static PrintedDate? Side(string figures)
    {
        var parts = figures.Split('-').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return parts switch
        {
            [> 0 and var year] => new(new(year, 1, 1), new(year, 12, 31), DatePrecision.Year),
            [> 0 and var year, >= 1 and <= 12 and var month] => new PartialDate(null, month, year).Whole(),
            [> 0 and var year, >= 1 and <= 12 and var month, > 0 and var day] => new PartialDate(day, month, year).Whole(),
            _ => null,
        };
    }

    private static TypedDate Refused(string why) => new(null, null, null, why);

    [GeneratedRegex(@"^(?<first>\d{4}(?:-\d{1,2}){0,2})(?:\s*(?:to|until|–|—|/|\s-)\s*(?<last>\d{4}(?:-\d{1,2}){0,2}))?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Figures();
}
