using System.Globalization;
using System.Text;

namespace Archive.Store;

/// <summary>Folding for matching, never for display: two wordings that differ only in case, marks, accents or spacing fold to one.</summary>
public static class Fold
{
    private const int OnStack = 256;

    /// <summary>Latin letters without accents, lower case; runs of anything but letters and digits become one blank.</summary>
    public static string Text(string text)
    {
        if (Ascii.IsValid(text))
        {
            return OfAscii(text);
        }
        var folded = new StringBuilder(text.Length);
        var gap = false;
        foreach (var c in LatinLetters.Of(text))
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                if (gap && folded.Length > 0)
                {
                    folded.Append(' ');
                }
                gap = false;
                folded.Append(char.ToLowerInvariant(c));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) && !IsApostrophe(c))
            {
                gap = true;
            }
        }
        return folded.ToString();
    }

    // The same rule for what most headlines are made of, several times as quick: an import folds every line.
    private static string OfAscii(string text)
    {
        Span<char> folded = text.Length <= OnStack ? stackalloc char[OnStack] : new char[text.Length];
        var length = 0;
        var gap = false;
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                if (gap && length > 0)
                {
                    folded[length++] = ' ';
                }
                gap = false;
                folded[length++] = char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
            }
            else
            {
                gap |= c != '\'';
            }
        }
        return new(folded[..length]);
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or 'ʼ';
}
