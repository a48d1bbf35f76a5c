using System.Globalization;

namespace Archive.Store;

/// <summary>A place in the order of <see cref="PostQueries.NewestFirst"/>: lists continue from a post, not from a page number, so a new post moves nobody's place.</summary>
/// <param name="Slug">Null where a whole day is meant.</param>
public sealed record PostCursor(DateOnly? Day, string? Slug, int Ordinal)
{
    // A slug holds letters, digits, marks and hyphens, never this.
    private const char Between = '~';

    /// <summary>Reads "2021-01-29", "2021-01-29~uyghur-news~1" or, for an undated post, "~its-slug~1".</summary>
    /// <returns>Null where the text is no cursor.</returns>
    public static PostCursor? Parse(string? text)
    {
        var parts = text?.Split(Between) ?? [];
        DateOnly? day = null;
        if (parts is not [{ } date, ..] || date.Length > 0 && (day = Date(date)) is null)
        {
            return null;
        }
        return parts switch
        {
            [_] when day is not null => new(day, null, 0),
            [_, { Length: > 0 } slug, var number] when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal) => new(day, slug, ordinal),
            _ => null,
        };
    }

    /// <summary>The same with the day that lists go by (<see cref="Post.SortDay"/>).</summary>
    internal (DateOnly Day, string? Slug, int Ordinal) Place => (Day ?? DateOnly.MinValue, Slug, Ordinal);

    public override string ToString() =>
        $"{Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}{(Slug is null ? "" : $"{Between}{Slug}{Between}{Ordinal}")}";

    private static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
