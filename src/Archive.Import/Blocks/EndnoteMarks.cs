namespace Archive.Import.Blocks;

/// <summary>A mark in a text that points to an endnote: where it stands, and the endnote's number.</summary>
public readonly record struct EndnoteMark(int Start, int Length, int Number);

/// <summary>
/// Finds endnote marks, also where the page lost their superscript and glued them to words: "documents.5In", "a call6for".
/// Only a number that an endnote bears is a mark, and a bare one only where the count of marks has come to it: "61 of these",
/// "1.29 million" and "G7" are none.
/// </summary>
public static class EndnoteMarks
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <param name="paragraphs">The text, in reading order.</param>
    /// <param name="numbers">The endnotes' numbers.</param>
    /// <returns>For each paragraph its marks, in order.</returns>
    public static IReadOnlyList<IReadOnlyList<EndnoteMark>> Find(IReadOnlyList<string> paragraphs, IReadOnlySet<int> numbers)
    {
        var next = numbers.Count == 0 ? 0 : numbers.Min();
        var found = new List<IReadOnlyList<EndnoteMark>>(paragraphs.Count);
        foreach (var paragraph in paragraphs)
        {
            var marks = new List<EndnoteMark>();
            for (var i = 0; i < paragraph.Length && numbers.Count > 0; i++)
            {
                if (Read(paragraph, i, next) is { } mark && numbers.Contains(mark.Number))
                {
                    marks.Add(mark);
                    next = Math.Max(next, mark.Number + 1);
                    i += mark.Length - 1;
                }
            }
            found.Add(marks);
        }
        return found;
    }

    private static EndnoteMark? Read(string text, int at, int next)
    {
        if (Superscripts.Contains(text[at]))
        {
            var length = Run(text, at, Superscripts.Contains);
            return new(at, length, text.Substring(at, length).Aggregate(0, (value, c) => value * 10 + Superscripts.IndexOf(c)));
        }
        if (text[at] is '(' or '[')
        {
            var digits = Run(text, at + 1, char.IsAsciiDigit);
            var close = at + 1 + digits;
            return digits is > 0 and <= 3 && close < text.Length && text[close] == (text[at] == '(' ? ')' : ']') && at > 0 && IsMarkable(text, at)
                ? new(at, digits + 2, int.Parse(text.AsSpan(at + 1, digits))) : null;
        }
        return char.IsAsciiDigit(text[at]) && at > 0 && !char.IsAsciiDigit(text[at - 1]) ? Glued(text, at, next) : null;
    }

    // documents.5In · a call6for · NGOs.7We · not over.8However · ends here.5
    private static EndnoteMark? Glued(string text, int at, int next)
    {
        var digits = Run(text, at, char.IsAsciiDigit);
        if (digits > 3 || int.Parse(text.AsSpan(at, digits)) is var number && number != next)
        {
            return null;
        }
        var end = at + digits;
        var before = text[at - 1];
        var afterWord = char.IsLower(before) && at > 1 && char.IsLower(text[at - 2]);
        var afterStop = before is '.' or ',' or ';' or '!' or '?' or '”' or '"' or '’' or ')' && at > 1 && !char.IsAsciiDigit(text[at - 2]) && !char.IsWhiteSpace(text[at - 2]);
        var beforeWord = end == text.Length || char.IsLetter(text[end]) || char.IsWhiteSpace(text[end]) || text[end] is ',' or ';' or ':' || (text[end] == '.' && (end + 1 == text.Length || !char.IsAsciiDigit(text[end + 1])));
        return (afterWord || afterStop) && beforeWord ? new(at, digits, number) : null;
    }

    // "(1)" opens a list item at the beginning of a text; after a word or a stop it is a mark.
    private static bool IsMarkable(string text, int at) => !string.IsNullOrWhiteSpace(text[..at]);

    private static int Run(string text, int at, Func<char, bool> belongs)
    {
        var length = 0;
        while (at + length < text.Length && belongs(text[at + length]))
        {
            length++;
        }
        return length;
    }
}
