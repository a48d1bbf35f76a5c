using AngleSharp.Html.Dom;

namespace Archive.Web.Tests.Reading;

public sealed class EveryPageTests(ShelfSite site) : IClassFixture<ShelfSite>
{
    public static TheoryData<string> Addresses { get; } =
    [
        "/", "/?before=2021-01-29", "/2020", "/2021", "/2021/01", "/2021/04", "/2021/01/28", "/2021/01/22", "/2020/12/15",
        "/2021/01/29/uyghur-news", "/2021/02/01/uyghur-news", "/2021/02/19/uyghur-news", "/2021/01/20/uyghur-news",
        "/2020/12/03/smhric-press-release-rights-groups-call-on-governments-to-act",
        "/2020/11/16/thirty-three-mps-are-calling-on-un-secretary-general-to-take-immediate-actions-on-east-turkistan",
        "/2020/12/31/congressional-executive-commission-on-china-december-2020-report", "/2021/01/01/weekly-brief-01-january-2021",
        "/2021/01/13/huawei-patent-mentions-use-of-uighur-spotting-tech", "/undated",
        "/undated/now-home-to-the-largest-uyghur-emigree-population-outside-of-central-asia-turkey-has-become-a-focus",
        "/2021/01/29/uyghur-news/source", "/2021/01/29/uyghur-news/source?file=2",
        "/categories", "/categories/human-dignity", "/outlets", "/outlets/bbc", "/about", "/calendar", "/search",
        "/thesaurus", "/topics/uyghur", "/topics/darfur",
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_page_has_one_heading_its_landmarks_a_title_and_its_one_address(string address)
    {
        var page = await site.PageAsync(address);

        Assert.Equal("en-GB", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Single(page.QuerySelectorAll("body > header"));
        Assert.Single(page.QuerySelectorAll("body > footer"));
        Assert.Single(page.QuerySelectorAll("form[role=search] input[type=search][name=q][aria-label]"));
        Assert.Equal("#main", page.QuerySelector("body > a:first-child")!.GetAttribute("href"));
        Assert.False(string.IsNullOrWhiteSpace(page.Title));
        Assert.False(string.IsNullOrWhiteSpace(page.QuerySelector("meta[name=description]")!.GetAttribute("content")));
        Assert.Equal("https://archive.example" + address.Split('?')[0], page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.All(page.QuerySelectorAll("nav"), nav => Assert.False(string.IsNullOrEmpty(nav.GetAttribute("aria-label"))));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Distinct().Count(), ids.Count);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_page_needs_no_script_no_inline_style_and_nothing_from_elsewhere(string address)
    {
        var page = await site.PageAsync(address);

        Assert.Empty(page.QuerySelectorAll("style, [style], iframe, object, embed, img, base"));
        // One file of ours that brings "/" to the box; nothing stands in it that a reader would miss.
        var script = Assert.Single(page.QuerySelectorAll("script"));
        Assert.Matches("^/search(\\.[a-z0-9]+)?\\.js", script.GetAttribute("src"));
        Assert.True(script.HasAttribute("defer") && script.TextContent.Length == 0);
        Assert.All(page.QuerySelectorAll("form"), form => Assert.Equal(("get", "/search"), (form.GetAttribute("method"), form.GetAttribute("action"))));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon]"), link => Assert.StartsWith("/", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_link_within_the_archive_leads_somewhere(string address)
    {
        var page = await site.PageAsync(address);

        using var client = site.CreateClient();
        foreach (var link in Inward(page).Select(link => link.Split('#')[0]).Where(link => link.Length > 0).Distinct())
        {
            using var answer = await client.GetAsync(link.StartsWith('?') ? address.Split('?')[0] + link : link, TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, $"{link} on {address} answers {(int)answer.StatusCode}");
        }
        Assert.All(Inward(page).Where(link => link.StartsWith('#')), link => Assert.NotNull(page.GetElementById(link[1..])));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_link_that_leaves_tells_nobody_who_followed_it(string address)
    {
        var page = await site.PageAsync(address);

        Assert.All(page.QuerySelectorAll("main a[href*=':']"), link => Assert.Equal("noopener noreferrer nofollow", link.GetAttribute("rel")));
    }

    private static IEnumerable<string> Inward(IHtmlDocument page) =>
        page.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!).Where(href => !href.Contains(':', StringComparison.Ordinal));
}
