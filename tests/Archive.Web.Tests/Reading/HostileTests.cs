using Archive.Store;

namespace Archive.Web.Tests.Reading;

public sealed class HostileTests(HostileTests.Site site) : IClassFixture<HostileTests.Site>
{
    private static readonly string[] Texts =
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'-alert(1)-'", "</title></h1></main><svg onload=alert(1)>", "&lt;b&gt; &amp;amp; &#60;",
        "\u202Eesrever\u202D and \u2066isolated", "a" + new string('\u0301', 1000), new string('W', 1000), "{{7*7}} ${7*7} @Model.Secret @{ }", "javascript:alert(1)",
        "\u200F\u200Eئۇيغۇر\u061C", "line\u2028separator\u2029", "\uFFFD\uFFFE", "👩‍👩‍👧‍👦 \U000E0041\U000E007F", "--><!--", "]]>", " ",
    ];

    public static TheoryData<string> Addresses { get; } =
        ["/", "/2021", "/2021/03", "/2021/03/05", "/2021/03/05/hostile", "/2021/03/05/hostile/source", "/outlets", "/outlets/hostile", "/categories", "/categories/hostile"];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Hostile_text_stays_text(string address)
    {
        var page = await site.PageAsync(address);

        Assert.Empty(page.QuerySelectorAll("main script, script:not([src^='/search']), img, [onerror], [onload], main svg[onload], b"));
        Assert.All(page.QuerySelectorAll("a[href]"), link => Assert.Matches(@"^(/|#|\?|https://search\.example/|https://archive\.example/)", link.GetAttribute("href")!));
        Assert.Single(page.QuerySelectorAll("main"));
    }

    [Fact]
    public async Task Every_hostile_headline_has_a_page_and_is_told_as_it_is()
    {
        var digest = await site.PageAsync("/2021/03/05/hostile");
        var titles = digest.QuerySelectorAll(".headlines .title");

        Assert.Equal(Texts.Length, titles.Length);
        foreach (var (title, text) in titles.Zip(Texts))
        {
            Assert.Equal(text, title.TextContent);
            var own = await site.PageAsync(title.GetAttribute("href")!);
            Assert.Equal(text, own.QuerySelector("h1")!.TextContent);
        }
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Text_from_outside_is_always_isolated_from_its_neighbours(string address)
    {
        var page = await site.PageAsync(address);

        foreach (var element in page.Body!.QuerySelectorAll("*").Where(element => element.ChildNodes.Any(node => node is AngleSharp.Dom.IText && node.TextContent.Contains('\u202E', StringComparison.Ordinal))))
        {
            Assert.True(element.LocalName == "bdi" || element.GetAttribute("dir") == "auto", element.OuterHtml);
        }
    }

    [Fact]
    public async Task A_link_that_got_into_the_store_with_a_bad_scheme_is_no_link()
    {
        var page = await site.PageAsync("/2021/03/05/hostile");

        Assert.DoesNotContain(page.QuerySelectorAll("a"), link => link.GetAttribute("href")!.StartsWith("java", StringComparison.OrdinalIgnoreCase));
    }

    public sealed class Site : ShelfSite
    {
        protected override IEnumerable<Post> Shelf()
        {
            var all = string.Join(' ', Texts);
            Outlet outlet = new() { Name = all, Slug = "hostile" };
            var digest = HandMade.Make(PostKind.Digest, all, new(2021, 3, 5));
            digest.Slug = "hostile";
            digest.Categories.Add(new() { Name = all, Slug = "hostile" });
            foreach (var text in Texts)
            {
                HandMade.AddHeadline(digest, text, text, outlet, all);
            }
            digest.Problems.Add(new() { Code = "\"><script>", Message = all, Line = 1 });
            HandMade.Keep("\"><script>alert(1)</script>.txt", ["title", .. Texts], (digest, 1, Texts.Length + 1));
            return [digest];
        }
    }
}
