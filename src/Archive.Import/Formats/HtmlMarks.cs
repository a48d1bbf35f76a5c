using AngleSharp.Dom;

namespace Archive.Import.Formats;

/// <summary>What the elements of HTML mean for lines of text.</summary>
internal static class HtmlMarks
{
    // Each begins a line and ends one.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Blocks = Names(
        "html", "head", "body", "p", "div", "br", "hr", "li", "ul", "ol", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "caption", "h1", "h2", "h3", "h4", "h5", "h6",
        "blockquote", "pre", "address", "article", "aside", "details", "summary", "figure", "figcaption", "footer", "form", "fieldset", "header", "main", "nav", "section", "hgroup", "center", "dir", "menu", "!doctype", "meta");

    // What a reader does not see, and what a browser reads in another way than this parser may.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Unseen = Names(
        "head", "script", "style", "template", "noscript", "noembed", "noframes", "iframe", "object", "embed", "applet", "svg", "math", "select", "option", "textarea", "input", "button",
        "video", "audio", "canvas", "map", "area", "xmp", "plaintext", "listing", "title", "base", "link", "meta", "datalist", "dialog", "frameset", "frame", "portal", "param", "source", "track");

    public static bool IsBlock(string name) => Blocks.Contains(name);

    /// <summary>A part of a page that no reader sees: none of its words count.</summary>
    public static bool IsUnseen(IElement element) =>
        Unseen.Contains(element.LocalName) || element.Prefix is { Length: > 0 } || element.HasAttribute("hidden")
        || element.GetAttribute("style") is { } style && style.Replace(" ", "", StringComparison.Ordinal) is var said
            && (said.Contains("display:none", StringComparison.OrdinalIgnoreCase) || said.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)
                // The bullet that a word processor draws itself.
                || said.Contains("mso-list:ignore", StringComparison.OrdinalIgnoreCase));

    /// <summary>A page or a part of one: it begins with a block, or every second line has one. A line of text may well hold a link as HTML.</summary>
    public static bool IsHtml(string text)
    {
        if (!text.Contains('<'))
        {
            return false;
        }
        var start = text.AsSpan().TrimStart();
        if (start.StartsWith("<!--") || BlockAt(start))
        {
            return true;
        }
        var (lines, blocks) = (0, 0);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            lines += line.IsWhiteSpace() ? 0 : 1;
            blocks += HasBlock(line) ? 1 : 0;
        }
        return blocks > 0 && blocks * 2 >= lines;
    }

    private static bool HasBlock(ReadOnlySpan<char> line)
    {
        for (var at = line.IndexOf('<'); at >= 0; at = line.IndexOf('<'))
        {
            line = line[at..];
            if (BlockAt(line))
            {
                return true;
            }
            line = line[1..];
        }
        return false;
    }

    private static bool BlockAt(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[0] != '<')
        {
            return false;
        }
        text = text[1] == '/' ? text[2..] : text[1..];
        var end = text.IndexOfAnyExcept("!abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ123456");
        return end > 0 && text[end] is ' ' or '>' or '/' or '\t' or '\r' or '\n' && Blocks.Contains(text[..end]);
    }

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Names(params string[] names) =>
        new HashSet<string>(names, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
