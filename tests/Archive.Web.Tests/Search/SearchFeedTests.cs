using System.Globalization;
using Archive.Web.Tests.Hosting.Keeping;
using Archive.Web.Tests.Reading;

namespace Archive.Web.Tests.Search;

/// <summary>The feed of a search is a JSON Feed 1.1, whole and with whole addresses.</summary>
public sealed class SearchFeedTests(ShelfSite site) : IClassFixture<ShelfSite>
{
    [Fact]
    public async Task A_feed_has_what_JSON_Feed_asks_of_it()
    {
        using var client = site.CreateClient();
        var feed = await new FoundByMachines(client).ReadAsync("/search.json?q=genocide");

        Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
        Assert.False(string.IsNullOrEmpty(feed.GetProperty("title").GetString()));
        Assert.Equal("https://archive.example/search?q=genocide", feed.GetProperty("home_page_url").GetString());
        Assert.Equal("https://archive.example/search.json?q=genocide", feed.GetProperty("feed_url").GetString());
        var items = feed.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(FoundByMachines.TotalOf(feed), items.Count);
        Assert.All(items, item =>
        {
            Assert.Equal($"https://archive.example/headlines/{item.GetProperty("id").GetString()}", item.GetProperty("url").GetString());
            Assert.Equal(item.GetProperty("title").GetString(), item.GetProperty("content_text").GetString());
            Assert.True(DateTimeOffset.TryParseExact(item.GetProperty("date_published").GetString(), "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.None, out var published));
            Assert.Equal(TimeSpan.Zero, published.Offset);
            var ours = item.GetProperty("_archive");
            Assert.Equal("digest", ours.GetProperty("kind").GetString());
            Assert.StartsWith("https://archive.example/2021/", ours.GetProperty("digest").GetProperty("url").GetString(), StringComparison.Ordinal);
            Assert.Equal(published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ours.GetProperty("digest").GetProperty("to").GetString());
            Assert.Contains(ours.GetProperty("matched").EnumerateArray(), form => form.GetString()!.StartsWith("genocid", StringComparison.OrdinalIgnoreCase));
        });
        Assert.Contains(items, item => item.TryGetProperty("external_url", out var url) && url.GetString() == "https://www.bbc.co.uk/news/world-us-canada-55723522");
        Assert.Contains(items, item => item.GetProperty("_archive").TryGetProperty("outlet", out var outlet) && outlet.GetString() == "BBC");
    }

    [Fact]
    public async Task What_was_searched_beside_the_typed_words_is_said()
    {
        using var client = site.CreateClient();
        var archive = (await new FoundByMachines(client).ReadAsync("/search.json?q=Uighur&without=Uygur&kind=novel")).GetProperty("_archive");

        var expanded = Assert.Single(archive.GetProperty("expanded").EnumerateArray());
        Assert.Equal("uyghur", expanded.GetProperty("topic").GetString());
        var searched = expanded.GetProperty("also").EnumerateArray().ToDictionary(also => also.GetProperty("spelling").GetString()!, also => also.GetProperty("searched").GetBoolean());
        Assert.True(searched["维吾尔"]);
        Assert.False(searched["Uygur"]);
        Assert.Contains(archive.GetProperty("notes").EnumerateArray(), note => note.GetString()!.Contains("novel", StringComparison.Ordinal));
        Assert.False(archive.GetProperty("totalIsLowerBound").GetBoolean());
        Assert.Equal(archive.GetProperty("posts").GetProperty("total").GetInt64() > 0, archive.GetProperty("posts").GetProperty("items").GetArrayLength() > 0);
        Assert.True(archive.GetProperty("timeline").GetProperty("bars").GetArrayLength() > 0);
    }

    [Fact]
    public async Task A_search_is_made_once_an_edition_as_a_page_and_as_a_feed()
    {
        await using var watched = new WatchedSite();
        await watched.InitializeAsync();
        using var client = watched.CreateClient();
        await watched.SettleAsync();
        foreach (var address in new[] { "/search?q=genocide&link=lost", "/search.json?q=genocide&link=lost", "/calendar?year=2021" })
        {
            var first = await client.GetStringAsync(address, TestContext.Current.CancellationToken);
            watched.Questions = 0;

            Assert.Equal(first, await client.GetStringAsync(address + "&made=up", TestContext.Current.CancellationToken));
            Assert.Equal(0, watched.Questions);

            using var narrower = await client.GetAsync(address + "&outlet=bbc&sort=best", TestContext.Current.CancellationToken);
            Assert.True(narrower.IsSuccessStatusCode);
            Assert.False(narrower.Headers.Contains("Set-Cookie"));
        }
    }

    [Fact]
    public async Task A_browser_learns_how_to_search()
    {
        using var client = site.CreateClient();
        using var answer = await client.GetAsync("/opensearch.xml", TestContext.Current.CancellationToken);

        Assert.Equal("application/opensearchdescription+xml", answer.Content.Headers.ContentType?.MediaType);
        var description = System.Xml.Linq.XDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("https://archive.example/search?q={searchTerms}", description.Descendants().Single(element => element.Name.LocalName == "Url").Attribute("template")!.Value);
        Assert.Equal("/opensearch.xml", (await site.PageAsync("/")).QuerySelector("link[rel=search]")!.GetAttribute("href"));
    }
}
