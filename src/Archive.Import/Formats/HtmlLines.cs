using System.Text;
using AngleSharp.Dom;
using Archive.Store.Links;

namespace Archive.Import.Formats;

/// <summary>Gathers the lines of a page while its elements are entered and left.</summary>
internal sealed class HtmlLines
{
    private const string CellMark = " – ";

    private readonly StringBuilder text = new();
    private readonly List<Run> line = [];
    private string mark = "";
    private Anchor? anchor;
    private int lines;
    private int preformatted;
    private bool beginsCell;

    public List<Problem> Refused { get; } = [];

    /// <returns>Whether what is inside counts.</returns>
    public bool Enter(INode node)
    {
        if (node is IText words)
        {
            Add(words.Data);
            return false;
        }
        if (node is not IElement element || HtmlMarks.IsUnseen(element))
        {
            return false;
        }
        var name = element.LocalName;
        if (HtmlMarks.IsBlock(name))
        {
            Break();
            mark = name is "li" ? "- " : name is ['h', >= '1' and <= '6'] ? "## " : mark;
            preformatted += name is "pre" ? 1 : 0;
        }
        else if (name is "td" or "th")
        {
            beginsCell = line.Count > 0;
        }
        else if (name is "a" && element.GetAttribute("href") is { } href)
        {
            anchor = new(LinkAddress.Read(href));
        }
        return true;
    }

    public void Leave(INode node)
    {
        if (node is not IElement element)
        {
            return;
        }
        if (HtmlMarks.IsBlock(element.LocalName))
        {
            Break();
            mark = element.LocalName is "br" ? mark : "";
            preformatted -= element.LocalName is "pre" ? 1 : 0;
        }
        else if (element.LocalName is "a")
        {
            anchor = null;
        }
    }

    /// <summary>Ends a line that has any words.</summary>
    public void Break()
    {
        var written = Written();
        if (written.Length > 0)
        {
            lines++;
            // A heading that links somewhere is a headline.
            text.Append(mark == "## " && line.Exists(run => run.Anchor is not null) ? "" : mark).Append(written).Append('\n');
            mark = "";
            foreach (var used in line.Select(run => run.Anchor).OfType<Anchor>().Distinct())
            {
                Use(used);
            }
        }
        line.Clear();
        beginsCell = false;
    }

    public override string ToString() => text.ToString();

    private void Add(string words)
    {
        while (preformatted > 0 && words.IndexOf('\n') is >= 0 and var end)
        {
            (var first, words) = (words[..end], words[(end + 1)..]);
            AddRun(first);
            Break();
        }
        AddRun(words);
    }

    private void AddRun(string words)
    {
        if (words.Length > 0)
        {
            if (beginsCell && !string.IsNullOrWhiteSpace(words))
            {
                line.Add(new(CellMark, null));
                beginsCell = false;
            }
            // What a link holds beside its first line is no link.
            line.Add(new(words, anchor is { IsUsed: false } ? anchor : null));
        }
    }

    private void Use(Anchor used)
    {
        used.IsUsed = true;
        if (used.Address.Reason is { } reason)
        {
            Refused.Add(new(lines, "url-refused", reason));
        }
    }

    private string Written()
    {
        var written = new StringBuilder();
        for (var i = 0; i < line.Count;)
        {
            var end = i + 1;
            while (end < line.Count && line[end].Anchor == line[i].Anchor)
            {
                end++;
            }
            var words = string.Concat(line[i..end].Select(run => run.Words));
            written.Append(line[i].Anchor is { Address.Url: not null } linked ? MarkdownLink.Of(words, linked.Address, isAlone: end - i == line.Count) : words);
            i = end;
        }
        return Plain(string.Join(' ', written.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    // "<b>" that stands on the page as text must not become a tag by being pasted again.
    private static string Plain(string line)
    {
        for (var at = line.IndexOf('<'); at >= 0; at = line.IndexOf('<', at + 1))
        {
            if (at + 1 < line.Length && (char.IsAsciiLetter(line[at + 1]) || line[at + 1] is '/' or '!' or '?'))
            {
                return line.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
            }
        }
        return line;
    }

    private sealed class Anchor(LinkAddress address)
    {
        public LinkAddress Address { get; } = address;

        public bool IsUsed { get; set; }
    }

    private readonly record struct Run(string Words, Anchor? Anchor);
}
