using System.Globalization;
using System.Xml.Linq;
using Archive.Store;
using Archive.Store.History;
using Archive.Store.History.Comparing;
using Archive.Web.Pages.Correcting;

namespace Archive.Web.Feeds;

/// <summary>A correction as an entry of a feed: what became of what, as its page says it.</summary>
internal static class CorrectionEntry
{
    // An import can change hundreds of lines at once.
    private const int ChangesAtMost = 25;

    public static AtomEntry Of(Correction correction) =>
        new(correction.Title ?? "An item that is no longer here", correction.Address ?? Permalink.Corrections(), correction.At, correction.At, [.. Content(correction)])
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"{Permalink.Corrections()}#c-{correction.Id}"),
        };

    private static IEnumerable<XElement> Content(Correction correction)
    {
        yield return FeedHtml.Paragraph(correction.IsByEditor ? "Corrected by an editor." : "Replaced by a fuller copy.");
        if (correction.IsByEditor && !string.IsNullOrWhiteSpace(correction.Reason))
        {
            yield return FeedHtml.Paragraph("Reason: ", FeedHtml.Printed(correction.Reason));
        }
        foreach (var change in correction.Changes.Take(ChangesAtMost))
        {
            yield return FeedHtml.Paragraph(FeedHtml.Plain($"{change.Of}: "), Words(change.Words));
        }
        if (correction.Changes.Count > ChangesAtMost)
        {
            yield return FeedHtml.Paragraph($"And {correction.Changes.Count - ChangesAtMost} more changes.");
        }
    }

    private static IEnumerable<object> Words(IReadOnlyList<DiffPart> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            var (kind, text) = parts[i];
            if (kind != PartKind.Same)
            {
                yield return new XElement(kind == PartKind.Removed ? "del" : "ins", FeedHtml.Plain(text));
                continue;
            }
            foreach (var piece in DiffTagHelper.Shown(text, i == 0, i == parts.Count - 1))
            {
                yield return FeedHtml.Plain(piece ?? " […] ");
            }
        }
    }
}
