using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Archive.Web.Pages.Printed;
using Archive.Web.Settings;

namespace Archive.Web.Feeds;

/// <summary>
/// A page of a list as an Atom feed (RFC 4287), with the pages around it (RFC 5005). Nothing in it goes by the clock: the same list gives the
/// same bytes. Addresses are absolute where the site's base is known.
/// </summary>
/// <param name="Title">What the list is of, without the name of the site.</param>
/// <param name="Address">Of this page of the feed.</param>
/// <param name="Start">Of the feed's first page, which is what one subscribes to.</param>
/// <param name="Page">The page that shows the same to readers.</param>
internal sealed record AtomFeed(string? Title, string Address, string Start, string Page, IReadOnlyList<AtomEntry> Entries)
{
    public const string ContentType = "application/atom+xml";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <summary>Address of the page before this one; null at the start.</summary>
    public string? Previous { get; init; }

    /// <summary>Address of the page after this one; null at the end.</summary>
    public string? Next { get; init; }

    public async Task WriteAsync(Stream output, SiteOptions site, CancellationToken cancellation = default)
    {
        await using var xml = XmlWriter.Create(output, new() { Async = true });
        await new XDocument(Element(site)).WriteToAsync(xml, cancellation);
        await xml.FlushAsync();
    }

    private XElement Element(SiteOptions site)
    {
        return new(
            Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", "en-GB"),
            new XElement(Atom + "title", XmlText.Of(Title is null ? site.Title : $"{site.Title}: {Title}")),
            new XElement(Atom + "id", AtomId.Of(Start)),
            // A list in which nothing stands was never changed.
            new XElement(Atom + "updated", Moment(Entries.Select(entry => entry.Updated).DefaultIfEmpty(DateTime.UnixEpoch).Max())),
            Author(site.Title),
            Link("self", Address, ContentType),
            Link("alternate", Page, "text/html"),
            Link("first", Start, ContentType),
            Previous is null ? null : Link("previous", Previous, ContentType),
            Next is null ? null : Link("next", Next, ContentType),
            Entries.Select(Entry));

        XElement Entry(AtomEntry entry) => new(
            Atom + "entry",
            Printed("title", entry.Title),
            new XElement(Atom + "id", AtomId.Of(entry.Key ?? entry.Address)),
            new XElement(Atom + "published", Moment(entry.Published)),
            new XElement(Atom + "updated", Moment(entry.Updated)),
            entry.Author is null ? null : Author(entry.Author),
            Link("alternate", entry.Address, "text/html"),
            entry.Related is null ? null : new XElement(Atom + "link", new XAttribute("rel", "related"), new XAttribute("href", XmlText.Of(entry.Related))),
            entry.Kind is var (term, label) ? new XElement(Atom + "category", new XAttribute("term", term), new XAttribute("label", label)) : null,
            new XElement(Atom + "content", new XAttribute("type", "html"), string.Concat(entry.Content.Select(element => element.ToString(SaveOptions.DisableFormatting)))));

        XElement Link(string relation, string address, string type) =>
            new(Atom + "link", new XAttribute("rel", relation), new XAttribute("type", type), new XAttribute("href", site.Absolute(address)));
    }

    private static XElement Author(string name) => new(Atom + "author", new XElement(Atom + "name", XmlText.Of(name)));

    private static XElement Printed(string name, string text) => new(
        Atom + name,
        ScriptLanguage.Of(text) is { } language ? new XAttribute(XNamespace.Xml + "lang", language) : null,
        XmlText.Of(text));

    private static string Moment(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

/// <summary>One entry of a feed.</summary>
/// <param name="Address">Its page in the archive, for ever.</param>
/// <param name="Content">Elements of HTML, none of them empty; what is printed in them comes from <see cref="FeedHtml"/>.</param>
internal sealed record AtomEntry(string Title, string Address, DateTime Published, DateTime Updated, IReadOnlyList<XElement> Content)
{
    /// <summary>By what it is known again, where that is not its address.</summary>
    public string? Key { get; init; }

    /// <summary>Who published it; null where the archive itself is all that is known.</summary>
    public string? Author { get; init; }

    /// <summary>What it links to outside the archive.</summary>
    public string? Related { get; init; }

    /// <summary>As addresses say it, and as pages do.</summary>
    public (string Term, string Label)? Kind { get; init; }
}
