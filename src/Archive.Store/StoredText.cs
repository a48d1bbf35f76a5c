using System.Text;

namespace Archive.Store;

/// <summary>What every database can keep: text without NUL, and without halves of surrogate pairs.</summary>
public static class StoredText
{
    /// <summary>Drops NUL (PostgreSQL refuses it) and puts U+FFFD for lone surrogates (UTF-8 cannot spell them).</summary>
    public static string Clean(string text)
    {
        var bad = FirstBad(text);
        if (bad < 0)
        {
            return text;
        }
        var clean = new StringBuilder(text.Length).Append(text, 0, bad);
        foreach (var rune in text.AsSpan(bad).EnumerateRunes())
        {
            // EnumerateRunes gives U+FFFD for a lone surrogate.
            if (rune.Value != 0)
            {
                clean.Append(rune.ToString());
            }
        }
        return clean.ToString();
    }

    private static int FirstBad(string text)
    {
        // Nearly every text is passed here, many characters at a time.
        if (!text.Contains('\0') && text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0)
        {
            return -1;
        }
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0')
            {
                return i;
            }
            if (char.IsSurrogate(text[i]))
            {
                if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
