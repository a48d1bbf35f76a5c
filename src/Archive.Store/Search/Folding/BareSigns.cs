using System.Globalization;
using System.Text;

namespace Archive.Store.Search.Folding;

/// <summary>A text of signs alone, each a word: what was printed must be found, if only by typing the very same.</summary>
internal static class BareSigns
{
    // A line of dashes across a page is known by its beginning.
    private const int Most = 64;

    // As a full-width sign, so that it meets that too, and is like no term that the index has for other things.
    private const int ToFullWidth = 0xFEE0;

    public static void Cut(string text, List<SearchToken> tokens)
    {
        for (int at = 0, length; at < text.Length && tokens.Count < Most; at += length)
        {
            var isWhole = Rune.TryGetRuneAt(text, at, out var sign);
            length = isWhole ? sign.Utf16SequenceLength : 1;
            if (isWhole && !IsUnseen(sign))
            {
                var folded = sign.Value is > 0x20 and < 0x7F ? new Rune(sign.Value + ToFullWidth) : sign;
                tokens.Add(new(folded.ToString(), tokens.Count, at, length));
            }
        }
    }

    private static bool IsUnseen(Rune sign) => Rune.IsWhiteSpace(sign) || Rune.GetUnicodeCategory(sign) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}
