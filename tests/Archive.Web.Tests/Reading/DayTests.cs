namespace Archive.Web.Tests.Reading;

public sealed class DayTests(ShelfSite site) : IClassFixture<ShelfSite>
{
    [Theory]
    [InlineData("/2021/01/27")]
    [InlineData("/2021/01/28")]
    [InlineData("/2021/01/29")]
    public async Task A_day_inside_a_digests_period_shows_that_digest(string day)
    {
        var page = await site.PageAsync(day);

        Assert.Equal("/2021/01/29/uyghur-news", page.QuerySelector(".entry h2 a")!.GetAttribute("href"));
        Assert.Equal(14, page.QuerySelectorAll(".entry .headlines li").Length);
        Assert.Empty(page.QuerySelectorAll(".gap"));
    }

    [Fact]
    public async Task A_day_in_a_gap_says_so_and_links_both_neighbours()
    {
        var page = await site.PageAsync("/2021/01/22");

        Assert.StartsWith("Nothing in the archive covers this day", page.QuerySelector(".gap")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/2021/01/20/uyghur-news", page.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal("/2021/01/29/uyghur-news", page.QuerySelector("a[rel=next]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_months_report_covers_no_single_day_but_is_named_on_each()
    {
        var page = await site.PageAsync("/2020/12/15");

        Assert.NotNull(page.QuerySelector(".gap"));
        Assert.Contains("December 2020", page.QuerySelector(".roughly li")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_months_calendar_tells_covered_days_from_gaps()
    {
        var page = await site.PageAsync("/2021/01");

        Assert.Equal(31, page.QuerySelectorAll(".calendar td a").Length);
        Assert.Equal(["1", "13", "18", "19", "20", "27", "28", "29", "30", "31"], page.QuerySelectorAll(".calendar .covered").Select(day => day.FirstChild!.TextContent));
        Assert.Equal("/2020/12", page.QuerySelector(".neighbours a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal("/2021/02", page.QuerySelector(".neighbours a[rel=next]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_month_without_posts_in_a_year_of_the_archive_says_so()
    {
        var page = await site.PageAsync("/2021/04");

        Assert.Equal("No post in the archive was published in April 2021.", page.QuerySelector(".note")!.TextContent);
    }

    [Fact]
    public async Task The_navigator_counts_the_posts_of_each_month()
    {
        var page = await site.PageAsync("/");

        Assert.Equal(["January, 4 posts", "February, 3 posts", "November, 1 post", "December, 2 posts"],
            page.QuerySelectorAll(".months .unseen").Select(month => month.TextContent));
    }

    [Fact]
    public async Task Older_and_newer_pages_of_a_list_join_without_gap_or_repeat()
    {
        List<string?> seen = [];
        for (var address = "/"; address is not null;)
        {
            var page = await site.PageAsync(address);
            seen.AddRange(page.QuerySelectorAll(".entry h2 a").Select(link => link.GetAttribute("href")));
            address = page.QuerySelector(".paging a[rel=next]") is { } older ? "/" + older.GetAttribute("href") : null;
        }
        Assert.Equal(10, seen.Count);
        Assert.Equal(seen.Distinct(), seen);

        var second = await site.PageAsync("/?before=2021-01-20~uyghur-news~1");
        var back = await site.PageAsync("/" + second.QuerySelector(".paging a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal(seen.Take(5), back.QuerySelectorAll(".entry h2 a").Select(link => link.GetAttribute("href")));
    }
}
