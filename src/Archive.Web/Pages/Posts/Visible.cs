using System.Globalization;
using System.Text;

namespace Archive.Web.Pages.Posts;

/// <summary>Evidence shows what is there: marks that turn or hide text are spelled out, "‮" as "[U+202E]".</summary>
internal static class Visible
{
    public static string Of(string text)
    {
        if (!text.EnumerateRunes().Any(IsHidden))
        {
            return text;
        }
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = IsHidden(rune) ? shown.Append(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]") : shown.Append(rune.ToString());
        }
        return shown.ToString();
    }

    // The joiners U+200C and U+200D belong to the wording of several scripts, and are left as they are.
    private static bool IsHidden(Rune rune) => rune.Value is not (0x200C or 0x200D) && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator || rune.Value is >= 0x80 and <= 0x9F;
}
