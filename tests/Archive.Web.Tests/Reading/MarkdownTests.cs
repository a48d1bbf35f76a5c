using AngleSharp.Html.Parser;
using Archive.Store.Prose;
using Archive.Web.Pages.Printed;
using Markdig;

namespace Archive.Web.Tests.Reading;

/// <summary>Markdown on a reader's page (T37): no address and no attribute but those that are listed here.</summary>
[Trait("Store", "Any")]
public sealed class MarkdownTests
{
    private static readonly string[] Elements =
        ["p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "a", "hr", "br", "sup"];

    private static readonly Dictionary<string, string[]> Attributes = new(StringComparer.Ordinal)
    {
        ["a"] = ["href", "rel", "id", "role", "aria-label"], ["ol"] = ["start"], ["p"] = ["dir", "lang"], ["li"] = ["dir", "lang"],
        ["h2"] = ["dir", "lang"], ["h3"] = ["dir", "lang"], ["h4"] = ["dir", "lang"], ["h5"] = ["dir", "lang"], ["h6"] = ["dir", "lang"],
    };

    private static readonly string[] Bad =
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "javascript&colon;alert(1)", "&#106;avascript:alert(1)", "\u0001javascript:alert(1)",
        "vbscript:x", "data:text/html,<script>alert(1)</script>", "data:image/svg+xml,<svg onload=alert(1)>", "file:///etc/passwd", "intent://x#Intent;end",
        "ftp://example.org/x", "tel:+123", "//evil.example/x", "/\\evil.example", "https://bbc.co.uk@evil.example/", "blob:https://example.org/1", "#top", "desk",
    ];

    private static readonly string[] Forms =
        ["[text]({0})", "[text](<{0}>)", "![alt]({0})", "[![alt]({0})](https://example.org/)", "[text][r]\n\n[r]: {0}", "[text][r]\n\n[r]: <{0}> \"title\"", "<{0}>", "{0}", "[r]\n\n[r]: {0} 'x'"];

    private static readonly string[] Others =
    [
        "<script>alert(1)</script>", "text <img src=x onerror=alert(1)> text", "<div onclick=\"alert(1)\">\n\n*in*\n\n</div>", "<!-- c --> <?php ?> <![CDATA[x]]>", "<svg><style></svg>",
        "# Title {#id onclick=alert(1)}", "*text*{onclick=alert(1)}", "``` js onclick=alert(1)\ncode\n```", "~~~{.c onclick=alert(1)}\nx\n~~~", "[x](https://example.org/ \"\\\" onmouseover=alert(1)\")",
        "text[^1]\n\n[^1]: note <b>x</b>", "[^9] [^1][^1] [^0001] [^x]", "| a | b |\n|:--|--:|\n| 1 | 2 |", ":::div {onclick=x}\nx\n:::", "![](https://example.org/tracker.gif)", "[a [b](https://example.org/b) c](https://example.org/c)",
        "Term\n: definition", "$$x$$ ==mark== ^sup^ ~~del~~ \"\"cite\"\"", "<https://example.org/?a=\"><script>alert(1)</script>>", "https://example.org/\"onclick=alert(1)", "www.example.org", "<someone@example.org>",
        "---\nlayout: <script>\n---", "&lt;script&gt; &#x3c;script&#x3e;", "- [ ] task", "*[HTML]: abbreviation\n\nHTML", "@[video](https://www.youtube.com/watch?v=1)",
    ];

    private static IEnumerable<string> Texts => Bad.SelectMany(_ => Forms, (address, form) => string.Format(System.Globalization.CultureInfo.InvariantCulture, form, address)).Concat(Others);

    [Fact]
    public void Nothing_gets_onto_a_page_but_listed_elements_attributes_and_addresses()
    {
        var foreign = Texts.Select(text => (text, Foreign: Foreign(MarkdownHtml.Of(text, new HashSet<int> { 1 })))).Where(pair => pair.Foreign.Count > 0).ToList();
        Assert.True(foreign.Count == 0, string.Join('\n', foreign.Select(pair => $"{pair.text} -> {string.Join(", ", pair.Foreign)}")));
        // The same eye finds what usual settings let through.
        var usual = new MarkdownPipelineBuilder().UseAdvancedExtensions().DisableHtml().Build();
        Assert.True(Texts.Count(text => Foreign(Markdown.ToHtml(text, usual)).Count > 0) > Texts.Count() / 4);
    }

    [Fact]
    public void What_is_written_in_Markdown_is_read_as_it_was_meant()
    {
        var html = MarkdownHtml.Of(
            "# Demands\n\nWe call on *all* governments[^2], see <https://example.org/a?utm_source=x> and [the report](https://example.org/r).\n\n1. First\n2. Second\n\n![A chart](https://example.org/c.png)\n\nئۇيغۇر تىلى",
            new HashSet<int> { 2 });
        using var page = new HtmlParser().ParseDocument(html);

        Assert.Equal("Demands", page.QuerySelector("h2")!.TextContent);
        Assert.Equal(["#note-2", "https://example.org/a", "https://example.org/r", "https://example.org/c.png"], page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Contains("the report (example.org).", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("mark-2", page.QuerySelector("sup a")!.Id);
        Assert.Equal(["First", "Second"], page.QuerySelectorAll("ol li").Select(item => item.TextContent.Trim()));
        Assert.Equal("ug", page.QuerySelector("p:last-of-type")!.GetAttribute("lang"));
        Assert.Empty(page.QuerySelectorAll("img"));
    }

    [Fact]
    public void Its_words_are_found_without_its_signs()
    {
        Assert.Equal(
            ["Demands", "We call on all governments, see the report.", "First & last", "A chart", "code"],
            MarkdownText.Lines("# Demands\n\nWe call on *all* governments[^2],\nsee [the report](https://example.org/r).\n\n- First &amp; **last**\n\n![A chart](https://example.org/c.png)\n\n    code"));
    }

    [Theory]
    [InlineData(">")]
    [InlineData("- ")]
    [InlineData("[")]
    [InlineData("*a_")]
    [InlineData("![](")]
    public void What_is_nested_without_end_is_shown_and_breaks_nothing(string sign)
    {
        var text = string.Concat(Enumerable.Repeat(sign, 5000)) + "the end";
        Assert.Contains("the end", MarkdownHtml.Of(text, new HashSet<int>()), StringComparison.Ordinal);
        Assert.Contains(MarkdownText.Lines(text), line => line.EndsWith("the end", StringComparison.Ordinal));
    }

    private static List<string> Foreign(string html)
    {
        using var page = new HtmlParser().ParseDocument($"<!DOCTYPE html><html><head></head><body>{html}</body></html>");
        return [.. page.Body!.QuerySelectorAll("*").SelectMany(element =>
            element.Attributes.Where(attribute => Attributes.GetValueOrDefault(element.LocalName)?.Contains(attribute.Name) != true).Select(attribute => $"{element.LocalName} {attribute.Name}")
                .Concat(Elements.Contains(element.LocalName) ? [] : [element.LocalName])
                .Concat(element.GetAttribute("href") is { } href && !IsAllowed(href) ? [href] : [])
                .Concat(element.GetAttribute("src") is { } src ? [src] : []))];
    }

    private static bool IsAllowed(string href) =>
        href.StartsWith("#note-", StringComparison.Ordinal) || Uri.TryCreate(href, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https" or "mailto" } && uri is { UserInfo.Length: 0 } or { Scheme: "mailto" };
}
