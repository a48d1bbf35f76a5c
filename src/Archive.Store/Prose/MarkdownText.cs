using Markdig;
using Markdig.Parsers.Inlines;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Archive.Store.Prose;

/// <summary>
/// The Markdown of a passage, read: CommonMark without HTML, with addresses that link themselves and marks of endnotes ("[^3]"). What was
/// read has no link that is refused, no picture and no attribute of its writer's. Never throws.
/// </summary>
public static class MarkdownText
{
    /// <summary>In characters.</summary>
    public const int Longest = 200_000;

    // Markdig writes no HTML for what is nested deeper than 128.
    private const int Deepest = 100;

    // No extension that writes attributes, and none that writes HTML.
    public static MarkdownPipeline Pipeline { get; } = Build();

    public static MarkdownDocument Read(string text)
    {
        var document = Parse(text);
        MarkdownLinks.Settle(document);
        foreach (var part in document.Descendants().Where(part => part.TryGetAttributes() is not null))
        {
            // "```js" brings a class.
            part.SetAttributes(new());
        }
        return document;
    }

    /// <summary>Its words alone, a line for each paragraph, heading and item: what is searched, compared and quoted.</summary>
    public static IReadOnlyList<string> Lines(string text) => [.. Read(text).Descendants<LeafBlock>().Select(Words).Where(line => line.Length > 0)];

    /// <summary>The words of one paragraph, heading or item.</summary>
    public static string Words(LeafBlock block) => block.Inline is { } inline
        ? string.Concat(inline.Descendants<Inline>().Select(WordsOf)).Trim()
        : block is CodeBlock ? block.Lines.ToString().Trim() : "";

    private static string WordsOf(Inline inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        LineBreakInline => " ",
        _ => "",
    };

    private static MarkdownDocument Parse(string text)
    {
        try
        {
            var document = Markdown.Parse(text, Pipeline);
            if (!IsTooDeep(document, 0))
            {
                return document;
            }
        }
        catch (ArgumentException)
        {
            // Deeper than Markdig follows.
        }
        // Lists in lists deeper than anybody writes: shown as it was typed.
        return Markdown.Parse(string.Join("\n\n", text.Split('\n').Select(Escaped)), Pipeline);
    }

    private static bool IsTooDeep(MarkdownObject part, int depth) => depth > Deepest || part switch
    {
        ContainerBlock blocks => blocks.Any(block => IsTooDeep(block, depth + 1)),
        LeafBlock { Inline: { } inline } => IsTooDeep(inline, depth + 1),
        ContainerInline inlines => inlines.Any(inline => IsTooDeep(inline, depth + 1)),
        _ => false,
    };

    private static string Escaped(string line) => string.Concat(line.Trim().Select(c => char.IsAsciiDigit(c) || char.IsAsciiLetter(c) || !char.IsAscii(c) || c == ' ' ? $"{c}" : $"\\{c}"));

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks();
        builder.InlineParsers.InsertBefore<LinkInlineParser>(new EndnoteMarkParser());
        return builder.Build();
    }
}
