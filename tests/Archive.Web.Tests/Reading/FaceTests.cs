using AngleSharp.Html.Dom;

namespace Archive.Web.Tests.Reading;

public sealed class FaceTests(ShelfSite site) : IClassFixture<ShelfSite>
{
    private const string Letter = "/2020/11/16/thirty-three-mps-are-calling-on-un-secretary-general-to-take-immediate-actions-on-east-turkistan";
    private const string Release = "/2020/12/03/smhric-press-release-rights-groups-call-on-governments-to-act";
    private const string Untitled = "/undated/now-home-to-the-largest-uyghur-emigree-population-outside-of-central-asia-turkey-has-become-a-focus";

    [Fact]
    public async Task A_digest_shows_its_printed_title_and_its_period_as_understood()
    {
        var page = await site.PageAsync("/2021/01/29/uyghur-news");

        Assert.Equal("Uyghur News (Wednesday – Friday, January 27 – January 29, 2021)", Text(page, "h1"));
        Assert.Equal("27–29 January 2021 Wednesday to Friday 14 headlines", Text(page, ".dateline"));
        Assert.Equal(["2021-01-27", "2021-01-29"], page.QuerySelectorAll(".dateline time").Select(time => time.GetAttribute("datetime")));
    }

    [Fact]
    public async Task Each_headline_has_its_number_its_anchor_and_its_own_page()
    {
        var page = await site.PageAsync("/2021/01/29/uyghur-news");

        var rows = page.QuerySelectorAll(".headlines.full li");
        Assert.Equal(Enumerable.Range(1, 14).Select(n => $"{n}"), rows.Select(row => row.GetAttribute("value")));
        var title = rows[7].QuerySelector(".title")!;
        Assert.Equal("30 rabbis and community leaders back bill urging end to Uyghur persecution", title.TextContent);
        Assert.Equal("h-" + title.GetAttribute("href")!["/headlines/".Length..], rows[7].Id);

        var own = await site.PageAsync(title.GetAttribute("href")!);
        Assert.Equal(title.TextContent, Text(own, "h1"));
        Assert.Equal("/2021/01/29/uyghur-news#" + rows[7].Id, own.QuerySelector(".dateline a")!.GetAttribute("href"));
        Assert.Contains("8 of 14", own.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caption_that_only_prints_the_title_again_is_not_shown()
    {
        var report = await site.PageAsync("/2020/12/31/congressional-executive-commission-on-china-december-2020-report");
        Assert.Empty(report.QuerySelectorAll(".caption"));

        Assert.Single((await site.PageAsync(Letter)).QuerySelectorAll(".caption"));
    }

    [Fact]
    public async Task Lost_links_are_said_once_where_all_are_lost_and_by_row_where_some_are()
    {
        var lost = await site.PageAsync("/2021/01/29/uyghur-news");
        Assert.Single(lost.QuerySelectorAll(".lost-all"));
        Assert.Empty(lost.QuerySelectorAll(".headlines .lost"));

        var some = await site.PageAsync("/2021/01/20/uyghur-news");
        Assert.Empty(some.QuerySelectorAll(".lost-all"));
        Assert.Single(some.QuerySelectorAll(".headlines .lost"));
        Assert.Equal(["Governments", "Reports"], some.QuerySelectorAll("h2.section").Select(section => section.TextContent));
        Assert.Equal(["bbc.co.uk", "xn--mnchen-3ya.example", "e-mail"], some.QuerySelectorAll(".away bdi").Select(host => host.TextContent));
    }

    [Fact]
    public async Task A_lost_link_can_be_searched_on_the_web_where_an_engine_is_set()
    {
        var page = await site.PageAsync("/2021/01/29/uyghur-news");

        Assert.Equal("https://search.example/?q=UK%20should%20not%20strike%20trade%20deals%20with%20genocidal%20states", page.QuerySelector(".away")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_contradiction_in_the_source_is_shown_and_the_dates_are_kept()
    {
        var page = await site.PageAsync("/2021/02/01/uyghur-news");

        Assert.Contains("1 February 2021 is a Monday", Text(page, ".doubt [data-code=weekday-conflict]"), StringComparison.Ordinal);
        Assert.StartsWith("30 January – 1 February 2021 Saturday to Monday", Text(page, ".dateline"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_without_headlines_is_still_a_digest()
    {
        var page = await site.PageAsync("/2021/02/19/uyghur-news");

        Assert.Contains("its headlines were not preserved", Text(page, ".absent"), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".headlines"));
    }

    [Fact]
    public async Task A_press_release_has_its_dateline_its_issuer_its_signatories_and_a_contact_nobody_indexes()
    {
        var page = await site.PageAsync(Release);

        Assert.Equal("New York 3 December 2020 issued by Southern Mongolian Human Rights Information Center", Text(page, ".dateline"));
        Assert.Equal(["What we ask", "On behalf of the following organizations", "Contact, as printed"], page.QuerySelectorAll(".column h2").Select(heading => heading.TextContent));
        Assert.Equal("On behalf of the following organizations", Text(page, ".signatories h2"));
        Assert.Equal(7, page.QuerySelectorAll(".signatories li").Length);
        Assert.Equal("Society for Threatened Peoples Göttingen", Text(page, ".signatories li:nth-child(2)"));
        Assert.NotNull(page.QuerySelector(".contact[data-nosnippet][data-noindex]"));
        Assert.Contains("+1 917 555 0100", Text(page, ".contact"), StringComparison.Ordinal);
        Assert.DoesNotContain("+1 917", page.Head!.TextContent + page.QuerySelector("meta[name=description]")!.GetAttribute("content"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_has_its_addressee_copies_salutation_numbered_demands_and_sign_off()
    {
        var page = await site.PageAsync(Letter);

        Assert.Equal(["To", "Copies to"], page.QuerySelectorAll(".letterhead dt").Select(term => term.TextContent));
        Assert.Equal("Mr. Secretary General:", Text(page, ".salutation"));
        Assert.Equal(2, page.QuerySelectorAll("ol.demands li").Length);
        Assert.Equal("Sincerely,", Text(page, ".sign-off"));
    }

    [Fact]
    public async Task Marks_and_endnotes_are_linked_both_ways_even_where_a_mark_was_glued_to_a_word()
    {
        var page = await site.PageAsync(Letter);

        var marks = page.QuerySelectorAll(".text sup a");
        Assert.Equal(["1", "2", "3", "4"], marks.Select(mark => mark.TextContent));
        Assert.All(marks, mark => Assert.Equal("#" + mark.Id, page.QuerySelector(mark.GetAttribute("href")!)!.QuerySelector(".back")!.GetAttribute("href")));
        Assert.Contains("and 61 of these", page.QuerySelector(".text")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, page.QuerySelectorAll(".endnotes .away").Length);
    }

    [Fact]
    public async Task An_untitled_article_says_that_its_title_was_inferred_that_it_is_a_sample_and_what_it_retells()
    {
        var page = await site.PageAsync(Untitled);

        Assert.Equal(["sample: text retold", "title inferred"], page.QuerySelectorAll(".kicker .mark").Select(mark => mark.TextContent));
        Assert.Contains("Do not cite it as the source", Text(page, ".note.sample"), StringComparison.Ordinal);
        Assert.Equal("Retells Radio Free Asia", Text(page, ".retells"));
        Assert.Equal("agency ANI no date printed", Text(page, ".dateline"));
        Assert.Contains("not to be cited", Text(page, ".cite"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_excerpt_says_that_the_source_continues_elsewhere()
    {
        var page = await site.PageAsync("/2021/01/13/huawei-patent-mentions-use-of-uighur-spotting-tech");

        Assert.StartsWith("The source continues elsewhere", Text(page, ".continues"), StringComparison.Ordinal);
        Assert.Equal("/outlets/bbc", page.QuerySelector(".dateline .outlet")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_date_known_to_the_month_is_shown_as_a_month()
    {
        var page = await site.PageAsync("/2020/12/31/congressional-executive-commission-on-china-december-2020-report");

        Assert.Equal("December 2020", Text(page, ".dateline .period"));
        Assert.Equal("2020-12", page.QuerySelector(".dateline time")!.GetAttribute("datetime"));
    }

    [Fact]
    public async Task A_brief_lists_the_items_inside_it()
    {
        var page = await site.PageAsync("/2021/01/01/weekly-brief-01-january-2021");

        Assert.Equal(["#item-1", "#item-2"], page.QuerySelectorAll(".items a").Select(item => item.GetAttribute("href")));
        Assert.Equal("International Human Rights Day", Text(page, "#item-2"));
    }

    [Fact]
    public async Task A_post_can_be_cited_by_one_line()
    {
        var page = await site.PageAsync("/2021/02/19/uyghur-news");

        Assert.Equal(
            "“Uyghur News (Monday – Friday, February 15 – February 19, 2021)”, 15–19 February 2021. Archive, https://archive.example/2021/02/19/uyghur-news",
            Text(page, ".citation"));
    }

    private static string Text(IHtmlDocument page, string selector) =>
        string.Join(' ', page.QuerySelector(selector)!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
