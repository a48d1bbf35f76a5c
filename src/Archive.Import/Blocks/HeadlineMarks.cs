using System.Net;
using AngleSharp.Html.Parser;

namespace Archive.Import.Blocks;

/// <summary>A printed line less the marks that are not its wording: bullet, list number, Markdown, HTML, and the address it carries.</summary>
/// <param name="Text">The wording; empty where the line is nothing but an address.</param>
/// <param name="Listed">It began with a bullet or a list number.</param>
/// <param name="Section">It is marked as a heading ("## Tibet").</param>
/// <param name="Bold">All of it is bold.</param>
/// <param name="Quoted">It is a line of the kind that links give: it held a link.</param>
internal readonly record struct HeadlineMarks(string Text, WebAddress? Link, bool Listed, bool Section, bool Quoted, bool Bold = false)
{
    private const string Bullets = "-–—*•·▪▫●○■□◦‣⁃➤►▶→»>+✓✔◆◇★";

    /// <summary>Begins with a bullet or a list number.</summary>
    public static bool IsListed(string line)
    {
        StripList(line, out var listed);
        return listed;
    }

    public static HeadlineMarks Read(string line)
    {
        var text = StripList(line, out var listed);
        var heading = text.StartsWith('#') && text.TrimStart('#').StartsWith(' ');
        if (heading)
        {
            text = text.TrimStart('#').TrimStart().TrimEnd('#').TrimEnd();
        }
        WebAddress? link = null;
        if (text.Contains('<'))
        {
            text = StripHtml(text, ref link, ref listed, ref heading);
        }
        else if (text.Contains('&') && text.Contains(';'))
        {
            text = WebUtility.HtmlDecode(text);
        }
        if (text.Contains("](", StringComparison.Ordinal))
        {
            text = StripMarkdownLinks(text, ref link);
        }
        if (WebAddress.Find(text) is { } bare)
        {
            link ??= bare;
            text = Without(text, bare.Start, bare.Length);
        }
        if (text.AsSpan().IndexOfAny("*_`") >= 0)
        {
            text = StripEmphasis(text);
        }
        var bold = line.StartsWith("**", StringComparison.Ordinal) && line.TrimEnd(':').EndsWith("**", StringComparison.Ordinal) || line.Contains("<b", StringComparison.OrdinalIgnoreCase) || line.Contains("<strong", StringComparison.OrdinalIgnoreCase);
        return new HeadlineMarks(text.Trim(), link, listed, heading && !listed && link is null, link is not null, bold && link is null);
    }

    // "• Title", "- [ ] Title", "1. Title", "(2) Title"; "30 rabbis…" keeps its number.
    private static string StripList(string line, out bool listed)
    {
        var text = line;
        listed = false;
        while (text.Length > 1 && Bullets.Contains(text[0]) && (text[1] == ' ' || (text[0] is not ('-' or '*' or '+' or '>' or '_' or '#') && char.IsLetter(text[1]))))
        {
            listed |= text[0] != '>';
            text = text[1..].TrimStart();
        }
        if (text.StartsWith("[ ] ", StringComparison.Ordinal) || text.StartsWith("[x] ", StringComparison.OrdinalIgnoreCase))
        {
            text = text[4..].TrimStart();
        }
        var open = text.Length > 0 && text[0] is '(' or '[' ? 1 : 0;
        var digits = open;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }
        // "2、标题"
        if (open == 0 && digits is > 0 and <= 3 && digits + 1 < text.Length && text[digits] == '、')
        {
            listed = true;
            return text[(digits + 1)..].TrimStart();
        }
        if (digits > open && digits - open <= 3 && digits + 1 < text.Length && text[digits] is '.' or ')' or ']' && (open == 0 ? text[digits] != ']' : text[digits] != '.') && text[digits + 1] == ' ' && digits + 2 < text.Length)
        {
            listed = true;
            return text[(digits + 2)..].TrimStart();
        }
        return text;
    }

    private static string StripHtml(string text, ref WebAddress? link, ref bool listed, ref bool heading)
    {
        var at = text.IndexOf('<');
        while (at >= 0 && !(at + 1 < text.Length && (char.IsAsciiLetter(text[at + 1]) || text[at + 1] is '/' or '!')))
        {
            at = text.IndexOf('<', at + 1);
        }
        if (at < 0)
        {
            return text;
        }
        // <https://example.org/> is an address in brackets, not a tag.
        if (text.AsSpan(at + 1).StartsWith("http", StringComparison.OrdinalIgnoreCase) || text.AsSpan(at + 1).StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            return text.Replace("<", " ", StringComparison.Ordinal).Replace(">", " ", StringComparison.Ordinal).Trim();
        }
        var body = new HtmlParser().ParseDocument("<!doctype html><body>" + text).Body!;
        foreach (var hidden in body.QuerySelectorAll("script, style, template, noscript, iframe, object"))
        {
            hidden.Remove();
        }
        if (body.QuerySelector("a[href]")?.GetAttribute("href") is { } href)
        {
            link = WebAddress.Of(href);
        }
        listed |= body.QuerySelector("li") is not null;
        heading |= body.QuerySelector("h1, h2, h3, h4, h5, h6") is not null;
        var words = string.Join(" ", body.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return StripList(words, out _);
    }

    // [Title](https://example.org/a "tip") – Outlet
    private static string StripMarkdownLinks(string text, ref WebAddress? link)
    {
        for (var middle = text.IndexOf("](", StringComparison.Ordinal); middle > 0; middle = text.IndexOf("](", Math.Min(middle, text.Length), StringComparison.Ordinal))
        {
            var open = Opening(text, middle);
            var close = Closing(text, middle + 2);
            if (open < 0 || close < 0)
            {
                return text;
            }
            var target = text[(middle + 2)..close].Trim();
            target = target.IndexOf(' ') is > 0 and var tip ? target[..tip] : target;
            link ??= WebAddress.Of(target.Trim('<', '>'));
            var image = open > 0 && text[open - 1] == '!';
            var label = image ? "" : text[(open + 1)..middle];
            // "Title [link](https://…)"
            label = open > 1 && LinkLabel.Points(label, link?.Url) ? "" : label;
            var start = image ? open - 1 : open;
            text = text[..start] + label + text[(close + 1)..];
            middle = start;
        }
        return text;
    }

    private static int Opening(string text, int middle)
    {
        var depth = 0;
        for (var i = middle; i >= 0; i--)
        {
            depth += text[i] == ']' ? 1 : text[i] == '[' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }
        return -1;
    }

    private static int Closing(string text, int start)
    {
        var depth = 1;
        for (var i = start; i < text.Length; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }
        return -1;
    }

    // **Title** – Outlet; _Title_. A lone star ("5* hotel") is wording.
    private static string StripEmphasis(string text)
    {
        foreach (var mark in (ReadOnlySpan<string>)["***", "**", "__", "`", "*", "_"])
        {
            for (var open = text.IndexOf(mark, StringComparison.Ordinal); open >= 0; open = open + 1 < text.Length ? text.IndexOf(mark, open + 1, StringComparison.Ordinal) : -1)
            {
                var inner = open + mark.Length;
                var close = inner < text.Length ? text.IndexOf(mark, inner, StringComparison.Ordinal) : -1;
                if (close > inner && text[inner] != ' ' && text[close - 1] != ' ' && (open == 0 || !char.IsLetterOrDigit(text[open - 1])) && (close + mark.Length == text.Length || !char.IsLetterOrDigit(text[close + mark.Length])))
                {
                    text = string.Concat(text.AsSpan(0, open), text.AsSpan(inner, close - inner), text.AsSpan(close + mark.Length));
                }
            }
        }
        return text;
    }

    // "Title – https://…", "Title (https://…)": what joined the address to the title goes with it.
    private static string Without(string text, int start, int length)
    {
        var before = text[..start].TrimEnd();
        var after = text[(start + length)..].TrimStart();
        if (before.Length > 0 && before[^1] is '(' or '[' or '<' && after.Length > 0 && after[0] is ')' or ']' or '>')
        {
            (before, after) = (before[..^1].TrimEnd(), after[1..].TrimStart());
        }
        before = before.TrimEnd(' ', ':', '|', '–', '—', '-', '→', '·', '<', ',');
        after = after.TrimStart(' ', ':', '|', '–', '—', '-', '·', '>', '.', ',', ';');
        return before.Length == 0 ? after : after.Length == 0 ? before : $"{before} – {after}";
    }
}
