using System.Globalization;
using System.Text;

namespace Archive.Store;

/// <summary>The only place that spells a slug.</summary>
public static class Slug
{
    public const int MaxLength = 100;

    /// <summary>
    /// The title's words, folded to ASCII where they can be, lower case, joined by hyphens, at most 100 characters, cut at a word.
    /// Words of scripts that do not fold stay as they are; a title of no words gives "untitled".
    /// </summary>
    public static string Of(string title)
    {
        var words = new StringBuilder(title.Length);
        foreach (var c in LatinLetters.Of(title))
        {
            if (IsApostrophe(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark && words.Length > 0 && words[^1] < 128)
            {
                continue;
            }
            if (LatinLetters.Undecomposed.TryGetValue(c, out var ascii))
            {
                words.Append(ascii);
            }
            else if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                words.Append(char.ToLowerInvariant(c));
            }
            else if (words.Length > 0 && words[^1] != '-')
            {
                words.Append('-');
            }
        }
        var slug = Cut(words.ToString().Trim('-'));
        return slug.Length == 0 ? "untitled" : slug;
    }

    /// <summary>A slug as somebody typed it: "Uyghur-News" finds "uyghur-news".</summary>
    public static string Lookup(string segment) => segment.ToLowerInvariant();

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or 'ʼ';

    private static string Cut(string slug)
    {
        if (slug.Length <= MaxLength)
        {
            return slug;
        }
        var end = slug.LastIndexOf('-', MaxLength);
        if (end > 0)
        {
            return slug[..end];
        }
        return char.IsHighSurrogate(slug[MaxLength - 1]) ? slug[..(MaxLength - 1)] : slug[..MaxLength];
    }
}
