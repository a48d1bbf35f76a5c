using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Archive.Import.Formats;

/// <summary>
/// HTML from a browser or a word processor as lines of text, links kept as Markdown: one block is one line. What comes out is text with
/// links of http, https and mailto, whatever went in; and it is no HTML any more, so that it stays as it is when it is pasted again.
/// </summary>
public static class PastedHtml
{
    /// <summary>In characters; what is longer is read as the text that it is.</summary>
    public const int Longest = 8_000_000;

    /// <summary>The lines of what was pasted: of HTML those that a reader would see, of a spreadsheet its rows, of anything else its own.</summary>
    /// <returns>The text, and the links that were refused, by line.</returns>
    public static (string Text, IReadOnlyList<Problem> Refused) LinesOf(string pasted) =>
        pasted.Length <= Longest && HtmlMarks.IsHtml(pasted) ? TextOf(pasted) : (PastedTable.LinesOf(pasted), []);

    /// <summary>Of what is known to be HTML, as a clipboard says of what it holds.</summary>
    public static (string Text, IReadOnlyList<Problem> Refused) TextOf(string html)
    {
        using var document = new HtmlParser().ParseDocument(html);
        var lines = new HtmlLines();
        INode root = document.DocumentElement;
        // Down, to the right and up again without calls within calls: nobody can paste a page too deep.
        var (node, isDone) = (root.FirstChild, false);
        while (node is not null && node != root)
        {
            var goesDown = !isDone && lines.Enter(node);
            if (goesDown && node.FirstChild is { } child)
            {
                (node, isDone) = (child, false);
                continue;
            }
            if (goesDown || isDone)
            {
                lines.Leave(node);
            }
            (node, isDone) = node.NextSibling is { } next ? (next, false) : (node.Parent!, true);
        }
        lines.Break();
        return (lines.ToString(), lines.Refused);
    }
}
