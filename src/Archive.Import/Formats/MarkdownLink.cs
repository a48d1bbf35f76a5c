using Archive.Import.Blocks;
using Archive.Store.Links;

namespace Archive.Import.Formats;

/// <summary>A link of a page as a line of text keeps it.</summary>
internal static class MarkdownLink
{
    /// <summary>" [Title](https://example.org/a) "; where brackets would not close, the address follows the words.</summary>
    /// <param name="words">What is linked, with the blanks at its ends.</param>
    /// <param name="isAlone">Whether nothing else stands on the line.</param>
    public static string Of(string words, LinkAddress address, bool isAlone)
    {
        var label = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (label.Length == 0)
        {
            return words;
        }
        var url = Spelled(address);
        var linked = !isAlone && LinkLabel.Points(label, address.Url) ? url : IsClosed(label) ? $"[{label}]({url})" : $"{label} {url}";
        return $"{(char.IsWhiteSpace(words[0]) ? " " : "")}{linked}{(char.IsWhiteSpace(words[^1]) ? " " : "")}";
    }

    private static bool IsClosed(string label)
    {
        var depth = 0;
        foreach (var c in label)
        {
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (depth < 0)
            {
                return false;
            }
        }
        return depth == 0;
    }

    // As it was given, but for what would end it too soon.
    private static string Spelled(LinkAddress address)
    {
        var url = address.Raw.Trim();
        url = url.Any(c => c <= ' ' || c is '<' or '>' or '"' or '\\' or '“' or '”' || char.IsWhiteSpace(c)) ? address.Url! : url;
        return url.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);
    }
}
