using System.Globalization;
using System.Text;

namespace Archive.Store;

/// <summary>Folding for matching, never for display: two wordings that differ only in case, marks, accents or spacing fold to one.</summary>
public static class Fold
{
    /// <summary>Latin letters without accents, lower case; runs of anything but letters and digits become one blank.</summary>
    public static string Text(string text)
    {
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

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or 'ʼ';
}
