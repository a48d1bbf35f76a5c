namespace Archive.Web.Tests.Reading;

public sealed class ProvenanceTests(ShelfSite site) : IClassFixture<ShelfSite>
{
    [Fact]
    public async Task A_post_names_every_file_it_stands_in()
    {
        var page = await site.PageAsync("/2021/01/29/uyghur-news");

        Assert.Equal(["000_weblog.txt", "001_weblog.txt"], page.QuerySelectorAll(".where-from .origin dd:nth-of-type(1)").Select(name => name.TextContent));
        Assert.All(page.QuerySelectorAll(".where-from .hash"), hash => Assert.Matches("^[0-9a-f]{64}$", hash.TextContent));
        Assert.Contains("21 November 2026, 13:05 (UTC)", page.QuerySelector(".where-from")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_raw_lines_of_a_post_are_marked_among_their_neighbours()
    {
        var page = await site.PageAsync("/2021/01/29/uyghur-news/source");

        var lines = page.QuerySelectorAll(".raw tbody tr");
        Assert.Equal(Enumerable.Range(1, 39).Select(n => $"{n}"), lines.Select(line => line.QuerySelector("th")!.TextContent));
        Assert.Equal(Enumerable.Range(5, 29).Select(n => $"{n}"), page.QuerySelectorAll(".raw .own th").Select(number => number.TextContent));
        Assert.StartsWith("Uyghur News (", page.QuerySelector("#line-5 mark")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("blank", page.QuerySelector("#line-6 .role")!.TextContent);
    }

    [Fact]
    public async Task A_headline_shows_the_one_line_it_was_read_from()
    {
        var digest = await site.PageAsync("/2021/01/29/uyghur-news");
        var page = await site.PageAsync(digest.QuerySelectorAll(".headlines .title")[2].GetAttribute("href") + "/source");

        Assert.Equal("11", Assert.Single(page.QuerySelectorAll(".raw .own th")).TextContent);
        Assert.Equal(13, page.QuerySelectorAll(".raw tbody tr").Length);
    }
}
