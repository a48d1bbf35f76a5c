namespace Archive.Import.Blocks;

/// <summary>Telling running text from titles and headlines. Length alone does not: titles run to 149 characters, paragraphs start near 70.</summary>
internal static class Prose
{
    private const int ShortestParagraph = 100;
    private const int LongestTitle = 220;

    /// <summary>Reads as a paragraph: long, or fairly long and closed by a full stop.</summary>
    // "In a parting shot as he prepares to leave office, Secretary of State Mike Pompeo accused China of …"
    public static bool IsProse(string text) =>
        Weight(text) is var weight && (weight >= LongestTitle || (weight >= ShortestParagraph && EndsSentence(text)));

    /// <summary>Prose beyond doubt, even alone in a list of headlines: of which the longest had 144 characters.</summary>
    public static bool IsLongProse(string text) => Weight(text) is var weight && (weight >= LongestTitle || (weight >= 165 && EndsSentence(text)));

    /// <summary>Ends with a full stop, question or exclamation mark, also inside closing quotes or brackets; an ellipsis is no end.</summary>
    public static bool EndsSentence(string text)
    {
        var end = text.Length;
        while (end > 0 && text[end - 1] is '"' or '”' or '’' or '\'' or ')' or ']' or '»' or '›' or '*' or '_')
        {
            end--;
        }
        if (end == 0)
        {
            return false;
        }
        return text[end - 1] switch
        {
            '!' or '?' or '。' or '！' or '？' or '؟' or '۔' or '།' or '᠃' => true,
            '.' => end < 2 || text[end - 2] != '.',
            _ => false,
        };
    }

    /// <summary>A full stop, not a question: headlines ask, and exclaim, but seldom stop.</summary>
    public static bool EndsWithStop(string text) => EndsSentence(text) && !text.TrimEnd('"', '”', '’', '\'', ')', ']', '»').EndsWith('?') && !text.TrimEnd('"', '”', '’', '\'', ')').EndsWith('!');

    /// <summary>Words of the text; in scripts without blanks, two characters count as one.</summary>
    public static int Words(string text)
    {
        int words = 0, unspaced = 0;
        var inside = false;
        foreach (var c in text)
        {
            unspaced += IsUnspaced(c) ? 1 : 0;
            var letter = char.IsLetterOrDigit(c) || c is '\'' or '’';
            words += letter && !inside ? 1 : 0;
            inside = letter;
        }
        return words + unspaced / 2;
    }

    public static bool StartsLower(string text) => text.Length > 0 && char.IsLower(text[0]);

    // A Chinese or Tibetan character carries what two or three Latin ones do.
    private static int Weight(string text)
    {
        if (text.Length * 3 < ShortestParagraph || text.AsSpan().IndexOfAnyInRange('\u3040', '\uFAFF') < 0)
        {
            return text.Length;
        }
        var weight = text.Length;
        foreach (var c in text)
        {
            weight += IsUnspaced(c) ? 2 : 0;
        }
        return weight;
    }

    private static bool IsUnspaced(char c) => c is (>= '\u3040' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');
}
