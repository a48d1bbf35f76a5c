using System.Xml;
using System.Xml.Linq;
using Archive.Web.Feeds;
using Archive.Web.Settings;

namespace Archive.Web.Tests.Feeds;

/// <summary>Whatever stands in a headline, a feed stays one that every program can read (T39).</summary>
public sealed class HostileFeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    // Every character that XML 1.0 forbids in whatever spelling, and halves of pairs.
    private static readonly IReadOnlyList<string> Forbidden =
        [.. Enumerable.Range(0, 0x10000).Select(code => (char)code).Where(c => !XmlConvert.IsXmlChar(c)).Select(c => c.ToString()).Where(c => !char.IsSurrogate(c[0])), "\uD800", "\uDC00", "\uDBFF\uDBFF"];

    private static readonly string[] Awkward =
        ["]]>", "<![CDATA[", "&amp;lt;b&amp;gt;", "<script>alert(1)</script>", "\"'", "\u202E\u2067ئۇيغۇر\u2069", "\U0001F3F4\U000E0067", "", "a\r\nb\tc", "<!-- -- -->", "<?xml?>"];

    [Fact]
    public async Task Every_forbidden_character_among_ten_thousand_entries_breaks_none()
    {
        var texts = Forbidden.Concat(Awkward).ToList();
        Assert.InRange(Forbidden.Count, 33, 40);
        var titles = Enumerable.Range(0, 10_000).Select(i => $"Before {texts[i % texts.Count]} after {i}").ToList();
        var entries = titles.ConvertAll(title => new AtomEntry(title, $"/2021/01/01/{title.Length}", DateTime.UnixEpoch, DateTime.UnixEpoch, [FeedHtml.Paragraph(FeedHtml.Printed(title))])
        {
            Author = title,
            Related = "https://example.org/?q=" + title,
        });

        var read = await ReadAsync(new(titles[0], "/a", "/a", "/", entries));

        var found = read.Elements(Atom + "entry").ToList();
        Assert.Equal(titles.ConvertAll(Harmless), found.Select(entry => Harmless(entry.Element(Atom + "title")!.Value)));
        // No type says that it is text, and what looks like marks in it is none.
        Assert.All(found, entry => Assert.Null(entry.Element(Atom + "title")!.Attribute("type")));
        Assert.All(found, entry => Assert.StartsWith("<p><bdi", entry.Element(Atom + "content")!.Value, StringComparison.Ordinal));
        Assert.DoesNotContain(found, entry => entry.Element(Atom + "content")!.Value.Contains("<script", StringComparison.Ordinal));
    }

    [Fact]
    public void Written_as_it_is_such_a_character_would_break_the_feed() =>
        Assert.All(Forbidden, text => Assert.ThrowsAny<Exception>(() => new XElement("title", text).ToString()));

    private static async Task<XElement> ReadAsync(AtomFeed feed)
    {
        using var bytes = new MemoryStream();
        await feed.WriteAsync(bytes, new SiteOptions { BaseAddress = "https://archive.example" }, TestContext.Current.CancellationToken);
        bytes.Position = 0;
        using var reader = XmlReader.Create(bytes, new() { DtdProcessing = DtdProcessing.Prohibit });
        return XElement.Load(reader);
    }

    private static string Harmless(string text) => Archive.Web.Feeds.XmlText.Of(text).ReplaceLineEndings("\n");
}
