namespace Archive.Web.Tests.Search;

public sealed class SearchPagingTests(ManyHeadlines site) : IClassFixture<ManyHeadlines>
{
    [Theory]
    [InlineData("/search.json")]
    [InlineData("/search.json?q=uyghur")]
    [InlineData("/search.json?q=genocide&sort=best")]
    [InlineData("/search.json?outlet=bbc&to=2021")]
    public async Task Every_page_onwards_and_back_shows_each_headline_once_in_one_order(string address)
    {
        using var client = site.CreateClient();
        FoundByMachines machine = new(client);
        var page = await machine.ReadAsync(address);
        List<string> onwards = [.. FoundByMachines.IdsOf(page)];
        while (page.TryGetProperty("next_url", out var next))
        {
            page = await machine.ReadAsync(next.GetString()!);
            onwards.AddRange(FoundByMachines.IdsOf(page));
        }
        List<string> back = [.. FoundByMachines.IdsOf(page)];
        while (page.GetProperty("_archive").TryGetProperty("previous_url", out var previous))
        {
            page = await machine.ReadAsync(previous.GetString()!);
            back.InsertRange(0, FoundByMachines.IdsOf(page));
        }

        Assert.True(onwards.Count > 25, $"{address} has one page only");
        Assert.Equal(FoundByMachines.TotalOf(page), onwards.Count);
        Assert.Equal(onwards.Count, onwards.Distinct().Count());
        Assert.Equal(onwards, back);
    }

    [Fact]
    public async Task The_page_leads_on_and_back_with_the_same_choices()
    {
        var first = await site.PageAsync("/search?q=uyghur&link=lost");
        Assert.Null(first.QuerySelector(".paging a[rel=prev]"));

        var second = await site.PageAsync(first.QuerySelector(".paging a[rel=next]")!.GetAttribute("href")!);
        Assert.Contains("link=lost", second.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
        var again = await site.PageAsync(second.QuerySelector(".paging a[rel=prev]")!.GetAttribute("href")!);

        Assert.Equal(
            first.QuerySelectorAll(".found h3 a").Select(link => link.GetAttribute("href")),
            again.QuerySelectorAll(".found h3 a").Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [InlineData("after=nonsense")]
    [InlineData("before=2021-01-29")]
    [InlineData("after=2021-01-29~%00")]
    [InlineData("after=9999-12-31~zzzzzzzzzz")]
    public async Task A_place_that_is_none_is_said_or_taken_for_its_day(string place)
    {
        using var client = site.CreateClient();

        var page = await new FoundByMachines(client).ReadAsync($"/search.json?q=uyghur&{place}");

        Assert.True(page.GetProperty("_archive").GetProperty("notes").GetArrayLength() > 0 || page.GetProperty("items").GetArrayLength() > 0, place);
    }
}
