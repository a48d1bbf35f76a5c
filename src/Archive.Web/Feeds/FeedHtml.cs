using System.Xml.Linq;
using Archive.Web.Pages.Printed;
using Archive.Web.Settings;

namespace Archive.Web.Feeds;

/// <summary>The few elements of HTML that entries are made of. Readers of feeds have no style sheet of ours, so they are the plainest.</summary>
internal static class FeedHtml
{
    public static XElement Paragraph(params object?[] content) => new("p", content);

    /// <summary>Words from outside, with a direction of their own and their language where the script says it.</summary>
    public static XElement Printed(string text) => new("bdi", Language(text), Plain(text));

    public static XElement Link(string permalink, string text, SiteOptions site) =>
        new("a", new XAttribute("href", site.Absolute(permalink)), new XAttribute("dir", "auto"), Language(text), Plain(text));

    public static XElement List(IEnumerable<object?[]> items) => new("ul", items.Select(item => new XElement("li", item)));

    private static XAttribute? Language(string text) => ScriptLanguage.Of(text) is { } language ? new("lang", language) : null;

    /// <summary>Words that an element holds; one without any would close itself, which HTML does not know.</summary>
    public static string Plain(string text) => text.Length == 0 ? "\uFFFD" : XmlText.Of(text);
}
