using System.Net;

namespace Archive.Web.Tests.Reading;

public sealed class AddressTests(ShelfSite site) : IClassFixture<ShelfSite>
{
    [Theory]
    [InlineData("/ABOUT", "/about")]
    [InlineData("/about/", "/about")]
    [InlineData("/2021/", "/2021")]
    [InlineData("/2021/1", "/2021/01")]
    [InlineData("/2021/1/28/?before=2021-01-31", "/2021/01/28?before=2021-01-31")]
    [InlineData("/2021/01/29/Uyghur-News", "/2021/01/29/uyghur-news")]
    [InlineData("/2021/01/29/uyghur-news/", "/2021/01/29/uyghur-news")]
    [InlineData("/2021/01/29/uyghur-news/SOURCE", "/2021/01/29/uyghur-news/source")]
    [InlineData("/Outlets/BBC", "/outlets/bbc")]
    [InlineData("/categories/human-dignity/", "/categories/human-dignity")]
    public async Task An_address_in_another_spelling_moves_for_good_to_the_one_address(string typed, string address)
    {
        using var client = site.CreateClient();
        using var answer = await client.GetAsync(typed, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal(address, answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("/2021/02/30")]
    [InlineData("/2021/13")]
    [InlineData("/2021/00")]
    [InlineData("/2021/01/00")]
    [InlineData("/2021/01/32")]
    [InlineData("/0000")]
    [InlineData("/99999")]
    [InlineData("/2147483648")]
    [InlineData("/-1")]
    [InlineData("/2021/-1/01")]
    [InlineData("/2021/02/30/uyghur-news")]
    [InlineData("/2021/01/29/no-such-post")]
    [InlineData("/2021/01/28/uyghur-news")]
    [InlineData("/2021/01/29/uyghur-news-2")]
    [InlineData("/2021/01/29/uyghur-news?part=2")]
    [InlineData("/2021/01/29/uyghur-news?part=0")]
    [InlineData("/2021/01/29/uyghur-news/source?file=3")]
    [InlineData("/2021/01/29/uyghur-news/source?from=1")]
    [InlineData("/undated/uyghur-news")]
    [InlineData("/headlines/zzzzzzzzzz")]
    [InlineData("/headlines/zzzzzzzzzz/source")]
    [InlineData("/outlets/nobody")]
    [InlineData("/categories/none")]
    [InlineData("/?before=yesterday")]
    [InlineData("/?before=1999-01-01")]
    [InlineData("/?before=2021-01-29&after=2021-01-20")]
    [InlineData("/2021?after=~~~")]
    [InlineData("/status/200")]
    [InlineData("/status/500")]
    [InlineData("/no/such/page")]
    [InlineData("/2021/01/29/%EF%BF%BE%E2%80%AE")]
    public async Task What_is_nowhere_is_an_honest_404_in_the_archives_own_words(string address)
    {
        using var client = site.CreateClient();
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var page = await ArchiveSite.ReadAsync(answer);
        Assert.Equal("Nothing stands at this address", page.QuerySelector("h1")!.TextContent);
        Assert.Null(page.QuerySelector("link[rel=canonical]"));
    }

    [Theory]
    [InlineData("/1999", "/2020")]
    [InlineData("/1999/05/01", "/2020")]
    [InlineData("/2022", "/2021")]
    [InlineData("/2022/01/01/uyghur-news", "/2021")]
    public async Task A_year_outside_the_archive_is_told_the_nearest_one(string address, string nearest)
    {
        using var client = site.CreateClient();
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var page = await ArchiveSite.ReadAsync(answer);
        Assert.Equal(nearest, page.QuerySelector("main .lead a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task What_may_not_be_posted_is_refused_with_a_page()
    {
        using var client = site.CreateClient();
        using var answer = await client.PostAsync("/2021/01", null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal("This page can only be read", (await ArchiveSite.ReadAsync(answer)).QuerySelector("h1")!.TextContent);
    }
}
