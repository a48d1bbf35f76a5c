using Archive.Store;

namespace Archive.Web.Pages.Printed;

/// <summary>The days a post stands for, and how exactly they are known.</summary>
internal sealed record Period(DateOnly? First, DateOnly? Last, DatePrecision? Precision)
{
    /// <summary>"27–29 January 2021", "29 January 2021", "December 2020", "2020", "no date printed".</summary>
    public override string ToString() => (First, Last, Precision) switch
    {
        (_, null, _) => "no date printed",
        ({ } first, { } last, DatePrecision.Year) when first.Year != last.Year => $"{DateWords.Iso(first)[..4]}–{DateWords.Iso(last)[..4]}",
        (_, { } last, DatePrecision.Year) => DateWords.Iso(last)[..4],
        ({ } first, { } last, DatePrecision.Month) when (first.Year, first.Month) != (last.Year, last.Month) =>
            $"{(first.Year == last.Year ? DateWords.MonthName(first.Month) : DateWords.Month(first.Year, first.Month))} – {DateWords.Month(last.Year, last.Month)}",
        (_, { } last, DatePrecision.Month) => DateWords.Month(last.Year, last.Month),
        ({ } first, { } last, _) when first != last => DateWords.FirstDay(first, last) + Dash + DateWords.Day(last),
        (_, { } last, _) => DateWords.Day(last),
    };

    /// <summary>"Wednesday to Friday", or null where the days are not known.</summary>
    public string? Weekdays => (First, Last, Precision) switch
    {
        (_, null, _) or (_, _, DatePrecision.Month or DatePrecision.Year) => null,
        ({ } first, { } last, _) when first != last => $"{DateWords.Weekday(first)} to {DateWords.Weekday(last)}",
        (_, { } last, _) => DateWords.Weekday(last),
    };

    /// <summary>What a machine reads in a time element: a day, a month or a year.</summary>
    public string? Machine => Last is not { } last ? null : Precision switch
    {
        DatePrecision.Year => DateWords.Iso(last)[..4],
        DatePrecision.Month => DateWords.Iso(last)[..7],
        _ => DateWords.Iso(last),
    };

    /// <summary>True where there is a first day apart from the last to be marked up.</summary>
    public bool Spans => First is { } first && Last is { } last && first != last && Precision is DatePrecision.Day or null;

    /// <summary>"27–29 January", but "30 January – 1 February".</summary>
    public string Dash => First is { } first && Last is { } last && first.Year == last.Year && first.Month == last.Month ? "–" : " – ";
}
