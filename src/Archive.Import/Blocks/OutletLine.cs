using Archive.Import.Dates;

namespace Archive.Import.Blocks;

/// <summary>A name and a date: "BBC, 13 January 2021", "End Uyghur Forced Labour, 03.02.2021", "New York – December 3, 2020".</summary>
internal readonly record struct NamedDate(string Name, PrintedDate Date)
{
    private const int MostNameWords = 8;

    /// <returns>Null where the text does not end in a whole date, or what stands before it is no name.</returns>
    public static NamedDate? Read(string text)
    {
        if (text.Length is < 8 or > 120 || text.AsSpan().IndexOfAnyInRange('0', '9') < 0)
        {
            return null;
        }
        for (var i = 1; i < text.Length - 5; i++)
        {
            if (text[i] is ',' or '|' or '–' or '—' or '(' or '/' or ':' or '·' or '•' || (text[i] == '-' && text[i - 1] == ' '))
            {
                var rest = text.AsSpan(i + 1).Trim();
                rest = text[i] == '(' && rest.EndsWith(")") ? rest[..^1] : rest;
                if (DateText.Parse(rest) is { } date && Trimmed(text[..i]) is { } name)
                {
                    return new(name, date);
                }
            }
        }
        return null;
    }

    private static string? Trimmed(string before)
    {
        var name = before.Trim(' ', ',', '–', '—', '-', '|', '·', '•');
        return name.Length > 1 && (char.IsUpper(name[0]) || char.IsAsciiDigit(name[0]) || !char.IsAscii(name[0]) || (name.Length <= 6 && !name.Contains(' '))) && Prose.Words(name) <= MostNameWords && !Prose.EndsWithStop(name.TrimEnd('.')) ? name : null;
    }
}

/// <summary>A date between outlet and title is sometimes turned round: "13 January 2021 | New York".</summary>
internal static class DatedPlace
{
    public static NamedDate? Read(string text)
    {
        if (NamedDate.Read(text) is { } named)
        {
            return named;
        }
        var cut = text.LastIndexOfAny(['|', '–', '—', '·', ',']);
        return cut > 5 && text.Length <= 80 && DateText.Parse(text.AsSpan(0, cut).Trim()) is { } date && PlaceName.Looks(text[(cut + 1)..].Trim()) ? new(text[(cut + 1)..].Trim(), date) : null;
    }
}
