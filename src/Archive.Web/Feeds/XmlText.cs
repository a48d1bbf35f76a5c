using System.Text;
using System.Xml;

namespace Archive.Web.Feeds;

/// <summary>Text that may stand in an XML document: the characters that XML forbids, however they are written, give way to U+FFFD (T39).</summary>
internal static class XmlText
{
    public static string Of(string text)
    {
        var bad = FirstBad(text);
        if (bad < 0)
        {
            return text;
        }
        var good = new StringBuilder(text.Length).Append(text, 0, bad);
        // A lone surrogate comes as U+FFFD already.
        foreach (var rune in text.AsSpan(bad).EnumerateRunes())
        {
            good.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString());
        }
        return good.ToString();
    }

    private static int FirstBad(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
            {
                continue;
            }
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                return i;
            }
            i++;
        }
        return -1;
    }
}
