using System.Buffers;
using System.Net;
using System.Text;

namespace Archive.Import.Lines;

/// <summary>
/// The listed normalisations: control characters dropped, every kind of blank one plain blank, marks without meaning
/// (zero width, direction, soft hyphen, tags) dropped, ends trimmed. Joiners stay where a script needs them.
/// </summary>
internal static class LineCleaner
{
    private static readonly SearchValues<char> Suspicious = SearchValues.Create(SuspiciousCharacters());

    /// <param name="controls">How many control characters were dropped; a tab is a blank, not one of them.</param>
    public static string Clean(string line, out int controls)
    {
        controls = 0;
        line = WithoutEntities(line);
        if (line.AsSpan().IndexOfAny(Suspicious) < 0 && !line.Contains("  ", StringComparison.Ordinal))
        {
            return line.Trim(' ');
        }
        var clean = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            controls += c == '\u0085' ? 1 : 0;
            if (IsBlank(c))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else if (char.IsControl(c))
            {
                controls++;
            }
            else if (c is '\u200C' or '\u200D')
            {
                if (i > 0 && i + 1 < line.Length && NeedsJoiner(line[i - 1]) && NeedsJoiner(line[i + 1]))
                {
                    clean.Append(c);
                }
            }
            else if (c == '\uDB40' && i + 1 < line.Length && line[i + 1] is >= '\uDC00' and <= '\uDC7F')
            {
                i++;
            }
            else if (!IsMeaningless(c))
            {
                clean.Append(c is '\uFFFE' or '\uFFFF' ? '\uFFFD' : c);
            }
        }
        return clean.ToString().TrimEnd(' ');
    }

    // "&#8211;", "&amp;": a page that was scraped twice. Brackets of tags stay entities, or they would become tags.
    private static string WithoutEntities(string line)
    {
        if (line.IndexOf('&') is var at && (at < 0 || line.IndexOf(';', at) < 0))
        {
            return line;
        }
        var decoded = WebUtility.HtmlDecode(line);
        return decoded.AsSpan().Count('<') == line.AsSpan().Count('<') ? decoded : line;
    }

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\u00A0' or '\u0085' or '\u1680' or (>= '\u2000' and <= '\u200A') or '\u2028' or '\u2029' or '\u202F' or '\u205F' or '\u3000';

    // Soft hyphen, Arabic letter mark, zero-width space, direction marks, embeddings and isolates, word joiner, byte order mark.
    private static bool IsMeaningless(char c) => c is '\u00AD' or '\u061C' or '\u200B' or '\u200E' or '\u200F'
        or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or '\uFEFF' or (>= '\uFFF9' and <= '\uFFFB');

    // Arabic, Syriac, Indic to Myanmar, Khmer, Mongolian, and the surrogates that emoji are made of.
    private static bool NeedsJoiner(char c) => c is (>= '\u0600' and <= '\u08FF') or (>= '\u0900' and <= '\u109F')
        or (>= '\u1780' and <= '\u18AF') or (>= '\uFB50' and <= '\uFDFF') or (>= '\uFE00' and <= '\uFEFC') or (>= '\u2600' and <= '\u27BF') || char.IsSurrogate(c);

    private static string SuspiciousCharacters()
    {
        var all = new StringBuilder();
        for (var c = '\0'; c < '\uFFFF'; c++)
        {
            if ((c != ' ' && IsBlank(c)) || char.IsControl(c) || IsMeaningless(c) || c is '\u200C' or '\u200D' or '\uDB40' or '\uFFFE')
            {
                all.Append(c);
            }
        }
        return all.Append('\uFFFF').ToString();
    }
}
