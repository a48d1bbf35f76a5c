using Archive.Store;

namespace Archive.Import.Dates;

/// <summary>What one side of a period prints: any of day, month and year, each at most once. -1 in <see cref="Day"/>: no such day.</summary>
internal readonly record struct PartialDate(int? Day, int? Month, int? Year)
{
    public bool IsEmpty => Day is null && Month is null && Year is null;

    public bool Exists => Day is null ||
        (Day > 0 && Month is { } month && Year is { } year && year > 0 && Day <= DateTime.DaysInMonth(year, month));

    /// <returns>Null where something stands twice.</returns>
    public static PartialDate? Read(IEnumerable<DateToken> tokens)
    {
        int? day = null, month = null, year = null;
        foreach (var (kind, value) in tokens)
        {
            switch (kind)
            {
                case DateTokenKind.Day when day is null: day = value; break;
                case DateTokenKind.Month when month is null: month = value; break;
                case DateTokenKind.Year when year is null: year = value; break;
                case DateTokenKind.Date when day is null && month is null && year is null:
                    (day, month, year) = value < 0 ? (-1, 1, 1) : (DateOnly.FromDayNumber(value).Day, DateOnly.FromDayNumber(value).Month, DateOnly.FromDayNumber(value).Year);
                    break;
                case DateTokenKind.Weekday or DateTokenKind.Comma: break;
                default: return null;
            }
        }
        return new PartialDate(day, month, year);
    }

    /// <summary>The date, where a month and a year are printed and the day exists.</summary>
    public PrintedDate? Whole()
    {
        if (Month is not { } month || Year is not { } year || !Exists)
        {
            return null;
        }
        return Day is { } day
            ? new PrintedDate(new DateOnly(year, month, day), new DateOnly(year, month, day), DatePrecision.Day)
            : new PrintedDate(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)), DatePrecision.Month);
    }
}
