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
            text = MarkdownMarks.StripLinks(text, ref link);
        }
        if (WebAddress.Find(text) is { } bare)
        {
            link ??= bare;
            text = Without(text, bare.Start, bare.Length);
        }
        if (text.AsSpan().IndexOfAny("*_`") >= 0)
        {
            text = MarkdownMarks.StripEmphasis(text);
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
