using Archive.Store.Links;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Archive.Store.Prose;

/// <summary>
/// Judges the links of Markdown after it was parsed, when references, entities and escapes are what a browser would see. A refused link
/// leaves its words; a picture becomes a link to it, since a reader's page asks nobody else for anything.
/// </summary>
internal static class MarkdownLinks
{
    public static void Settle(MarkdownDocument document)
    {
        foreach (var address in document.Descendants<AutolinkInline>().ToList())
        {
            var link = new LinkInline { Url = address.IsEmail ? $"mailto:{address.Url}" : address.Url };
            link.AppendChild(new LiteralInline(address.Url));
            address.ReplaceBy(link, copyChildren: false);
        }
        // The outer before what stands in it.
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            var written = link.GetDynamicUrl?.Invoke() ?? link.Url ?? "";
            var isInside = link.FindParentOfType<LinkInline>().Any(outer => outer != link);
            if (isInside || LinkAddress.Read(written).Url is not { } url)
            {
                link.ReplaceBy(new ContainerInline());
                continue;
            }
            (link.IsImage, link.Url, link.GetDynamicUrl, link.Title) = (false, url, null, null);
            if (!link.Descendants<LeafInline>().Any())
            {
                link.AppendChild(new LiteralInline(url));
            }
        }
    }
}
