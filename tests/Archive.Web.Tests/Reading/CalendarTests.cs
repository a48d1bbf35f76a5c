using System.Net;
using Archive.Web.Pages.Listing;

namespace Archive.Web.Tests.Reading;

public sealed class CalendarTests(ShelfSite site) : IClassFixture<ShelfSite>
{
    [Fact]
    public async Task A_day_says_how_many_headlines_stand_on_its_page_and_a_day_without_says_that_nothing_covers_it()
    {
        var page = await site.PageAsync("/calendar?year=2021");

        Assert.Equal(365, page.QuerySelectorAll(".months-of-days td a").Length);
        Assert.Equal("28 January: 14 headlines", page.QuerySelector("a[href='/2021/01/28']")!.TextContent);
        Assert.Equal("16 February: 0 headlines", page.QuerySelector("a[href='/2021/02/16']")!.TextContent);
        Assert.Equal("22 January: not covered", page.QuerySelector("a[href='/2021/01/22']")!.TextContent);
        Assert.Contains("gap", page.QuerySelector("a[href='/2021/01/22']")!.ClassName, StringComparison.Ordinal);
        Assert.Equal(14, (await site.PageAsync("/2021/01/28")).QuerySelectorAll(".headlines li").Length);
    }

    [Fact]
    public async Task The_newest_year_comes_first_and_leads_to_the_others()
    {
        var page = await site.PageAsync("/calendar");

        Assert.Equal("2021", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["/calendar?year=2021", "/calendar?year=2020"], page.QuerySelectorAll(".years a").Select(link => link.GetAttribute("href")));
        Assert.Contains("no date", page.QuerySelector(".aside-note")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2020", (await site.PageAsync("/calendar?year=2020")).QuerySelector("h1")!.TextContent);
        Assert.Equal(366, (await site.PageAsync("/calendar?year=2020")).QuerySelectorAll(".months-of-days td a").Length);
    }

    [Fact]
    public async Task A_year_that_the_archive_does_not_reach_is_no_page()
    {
        using var client = site.CreateClient();
        using var answer = await client.GetAsync("/calendar?year=1990", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public void Shades_divide_the_days_and_not_the_numbers()
    {
        var first = new DateOnly(2021, 1, 1);
        var days = new YearOfDays(2021, Enumerable.Range(0, 8).Select(n => new Archive.Store.PeriodTotal(first.AddDays(n), first.AddDays(n), n == 7 ? 100_000 : n)));

        Assert.Equal([0, 1, 1, 2, 2, 3, 4, 4], Enumerable.Range(0, 8).Select(n => days.Shade(first.AddDays(n))));
        Assert.Equal((8, 365), (days.Covered, days.Count));
    }

    [Fact]
    public void A_period_counts_on_each_of_its_days_and_only_inside_the_year()
    {
        var days = new YearOfDays(2021, [new(new(2020, 12, 30), new(2021, 1, 2), 5), new(new(2021, 1, 2), new(2021, 1, 2), 3), new(new(2021, 12, 31), new(2022, 1, 3), 1)]);

        Assert.Equal([5, 8, null], Enumerable.Range(1, 3).Select(day => days.Headlines(new(2021, 1, day))));
        Assert.Equal(1, days.Headlines(new(2021, 12, 31)));
        Assert.Equal(3, days.Covered);
    }
}
