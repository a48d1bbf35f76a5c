using Archive.Store.Links;
using Archive.Store.Prose;
using Archive.Web.Pages.Posts;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Archive.Web.Pages.Printed;

/// <summary>
/// Markdown as HTML: the only HTML of the site that no page writes, and so the only one that goes through Html.Raw (_Markdown.cshtml). What
/// it may hold was settled when the text was read; here its headings go below the page's own, and each part gets its direction and language.
/// </summary>
internal static class MarkdownHtml
{
    /// <param name="notes">Numbers of the endnotes that there are; a mark of another stays as it was typed.</param>
    public static string Of(string text, IReadOnlySet<int> notes)
    {
        var document = MarkdownText.Read(text);
        foreach (var part in document.Descendants<Block>())
        {
            Settle(part);
        }
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            Settle(link);
        }
        using var html = new StringWriter();
        var renderer = new HtmlRenderer(html);
        MarkdownText.Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Add(new Marks(notes));
        renderer.Render(document);
        return html.ToString();
    }

    /// <summary>The marks of endnotes in a text, in their order, for the way back from each endnote.</summary>
    public static Words MarksOf(string text, IReadOnlySet<int> notes)
    {
        var seen = new Dictionary<int, int>();
        return new(text, [.. MarkdownText.Read(text).Descendants<EndnoteMark>().Where(mark => notes.Contains(mark.Number))
            .Select(mark => new Words.Piece($"{mark.Number}", mark.Number, seen[mark.Number] = seen.GetValueOrDefault(mark.Number) + 1))]);
    }

    private static void Settle(Block block)
    {
        if (block is HeadingBlock heading)
        {
            heading.Level = Math.Min(heading.Level + 1, 6);
        }
        if (block is HeadingBlock or ParagraphBlock or ListItemBlock)
        {
            block.GetAttributes().AddProperty("dir", "auto");
        }
        if (block is LeafBlock { Inline: not null } words && ScriptLanguage.Of(MarkdownText.Words(words)) is { } language)
        {
            block.GetAttributes().AddProperty("lang", language);
        }
    }

    private static void Settle(LinkInline link)
    {
        link.GetAttributes().AddProperty("rel", "noopener noreferrer nofollow");
        // Where it goes stands beside it, unless it is what is linked.
        var words = string.Concat(link.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()));
        if (LinkAddress.Read(link.Url!).Host is { } host && !words.Contains(host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host, StringComparison.OrdinalIgnoreCase))
        {
            link.InsertAfter(new LiteralInline($" ({host})"));
        }
    }

    private sealed class Marks(IReadOnlySet<int> notes) : HtmlObjectRenderer<EndnoteMark>
    {
        private readonly Dictionary<int, int> seen = [];

        protected override void Write(HtmlRenderer renderer, EndnoteMark obj)
        {
            var number = obj.Number;
            if (!notes.Contains(number))
            {
                renderer.Write($"[^{number}]");
                return;
            }
            seen[number] = seen.GetValueOrDefault(number) + 1;
            renderer.Write($"<sup><a id=\"{Words.Anchor(number, seen[number])}\" href=\"#note-{number}\" role=\"doc-noteref\" aria-label=\"Endnote {number}\">{number}</a></sup>");
        }
    }
}
