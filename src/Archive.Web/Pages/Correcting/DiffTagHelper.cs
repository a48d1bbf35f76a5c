using Archive.Store.History.Comparing;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Archive.Web.Pages.Correcting;

/// <summary>
/// <c>&lt;p diff="@parts"&gt;&lt;/p&gt;</c> writes two texts as one, with <c>del</c> and <c>ins</c> around what went and came. What stays between
/// is cut short.
/// </summary>
[HtmlTargetElement(Attributes = "diff")]
public sealed class DiffTagHelper : TagHelper
{
    // Of a stretch without a change, so much is shown at either end.
    private const int Beside = 120;

    public IReadOnlyList<DiffPart> Diff { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute("class", "diff");
        output.Attributes.SetAttribute("dir", "auto");
        output.TagMode = TagMode.StartTagAndEndTag;
        for (var i = 0; i < Diff.Count; i++)
        {
            var (kind, text) = Diff[i];
            if (kind == PartKind.Same)
            {
                Same(output.Content, text, isFirst: i == 0, isLast: i == Diff.Count - 1);
            }
            else
            {
                var element = kind == PartKind.Removed ? "del" : "ins";
                output.Content.AppendHtml($"<{element}>").Append(text).AppendHtml($"</{element}>");
            }
        }
    }

    private static void Same(TagHelperContent content, string text, bool isFirst, bool isLast)
    {
        foreach (var piece in Shown(text, isFirst, isLast))
        {
            _ = piece is null ? content.AppendHtml("<span class=\"cut\"> […] </span>") : content.Append(piece);
        }
    }

    /// <summary>What is shown of a stretch without a change: all of it, or its ends with null for what is left out.</summary>
    internal static IEnumerable<string?> Shown(string text, bool isFirst, bool isLast)
    {
        if (text.Length <= 3 * Beside)
        {
            return [text];
        }
        return
        [
            .. isFirst ? [] : new[] { Cut(text, text.IndexOf(' ', Beside), fromStart: true) },
            null,
            .. isLast ? [] : new[] { Cut(text, text.LastIndexOf(' ', text.Length - Beside), fromStart: false) },
        ];
    }

    // At a blank; where there is none, not within a letter of two halves.
    private static string Cut(string text, int blank, bool fromStart)
    {
        var at = blank > 0 && blank < text.Length && (fromStart ? blank < 2 * Beside : text.Length - blank < 2 * Beside) ? blank : fromStart ? Beside : text.Length - Beside;
        at += char.IsLowSurrogate(text[at]) ? 1 : 0;
        return fromStart ? text[..at] : text[at..];
    }
}
