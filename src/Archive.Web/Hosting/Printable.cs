using System.Globalization;
using System.Text;

namespace Archive.Web.Hosting;

/// <summary>Text from outside, for the log and the terminal: nobody writes a second line, a colour or a cursor movement into them.</summary>
internal static class Printable
{
    /// <summary>Control and invisible characters as \uXXXX, and no more than the given length.</summary>
    public static string Text(string? text, int longest = 1000)
    {
        var printable = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (printable.Length >= longest)
            {
                return printable.Append('…').ToString();
            }
            var hidden = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
            _ = hidden ? printable.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}") : printable.Append(rune);
        }
        return printable.ToString();
    }
}
