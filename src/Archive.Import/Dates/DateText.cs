using Archive.Store;

namespace Archive.Import.Dates;

/// <summary>A printed date: its first and last day (the whole month where only a month is printed).</summary>
internal readonly record struct PrintedDate(DateOnly First, DateOnly Last, DatePrecision Precision);

/// <summary>One date, in every shape that pages print: "December 3, 2020", "13 January 2021", "03.02.2021", "Dec. 2020", "2021-01-28".</summary>
internal static class DateText
{
    private const int LongestDate = 48;

    /// <returns>The date, or null where the text is not wholly one date, names no year, or names a day that does not exist.</returns>
    public static PrintedDate? Parse(string text) => Parse(text.AsSpan());

    /// <inheritdoc cref="Parse(string)"/>
    public static PrintedDate? Parse(ReadOnlySpan<char> text)
    {
        if (text.Length is < 6 or > LongestDate || text.IndexOfAnyInRange('0', '9') < 0 || DateTokens.Read(text) is not { } tokens)
        {
            return null;
        }
        return tokens.Exists(token => token.Kind is DateTokenKind.Dash or DateTokenKind.WeekOf or DateTokenKind.WeekEnding)
            ? null
            : PartialDate.Read(tokens)?.Whole();
    }
}
