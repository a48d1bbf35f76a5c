using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Xml.Linq;
using Archive.Store;
using Archive.Web.Tests.Hosting.Keeping;
using Archive.Web.Tests.Reading;

namespace Archive.Web.Tests.Feeds;

/// <summary>The feeds of lists say what the lists say, as RFC 4287 has it.</summary>
public sealed class AtomFeedTests(FeedSite site) : IClassFixture<FeedSite>
{
    private const string Site = "https://archive.example";

    public static TheoryData<string, string> Lists { get; } = new() { { "/feed.atom", "/" }, { "/categories/human-dignity.atom", "/categories/human-dignity" } };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_feed_has_the_posts_of_its_page_in_their_order_to_the_end_of_the_list(string address, string page)
    {
        using var client = site.CreateClient();
        var feeds = new FeedOverHttp(client);
        List<string> ids = [];
        for (var pages = 1; ; pages++)
        {
            var feed = await feeds.ReadAsync(address);
            using var shown = await site.PageAsync(page);
            var entries = FeedOverHttp.EntriesOf(feed);

            Assert.Equal(
                shown.QuerySelectorAll("ol.posts h2 a").Select(link => (Site + link.GetAttribute("href"), link.TextContent)),
                entries.Select(entry => (FeedOverHttp.LinkOf(entry, "alternate")!, FeedOverHttp.TextOf(entry, "title"))));
            Assert.Equal(Site + address, FeedOverHttp.LinkOf(feed, "self"));
            ids.AddRange(entries.Select(entry => FeedOverHttp.TextOf(entry, "id")));
            var next = FeedOverHttp.LinkOf(feed, "next");
            Assert.Equal(shown.QuerySelector("a[rel=next]")?.GetAttribute("href"), next is null ? null : new Uri(next).Query);
            if (next is null)
            {
                Assert.True(pages > 1);
                break;
            }
            Assert.Equal(pages > 1, FeedOverHttp.LinkOf(feed, "previous") is not null);
            (address, page) = (new Uri(next).PathAndQuery, page.Split('?')[0] + new Uri(next).Query);
        }
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task A_feed_has_what_Atom_asks_of_it()
    {
        using var client = site.CreateClient();
        var feed = await new FeedOverHttp(client).ReadAsync("/feed.atom");

        Assert.All(FeedOverHttp.EntriesOf(feed).Prepend(feed), element =>
        {
            Assert.StartsWith("urn:uuid:", Assert.Single(element.Elements(FeedOverHttp.Atom + "id")).Value, StringComparison.Ordinal);
            Assert.NotEqual("", Assert.Single(element.Elements(FeedOverHttp.Atom + "title")).Value);
            Assert.True(DateTimeOffset.TryParseExact(
                Assert.Single(element.Elements(FeedOverHttp.Atom + "updated")).Value, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        });
        Assert.NotNull(feed.Element(FeedOverHttp.Atom + "author"));
        var digest = FeedOverHttp.EntriesOf(feed).First(entry => FeedOverHttp.LinkOf(entry, "alternate")!.EndsWith("/2021/01/29/uyghur-news", StringComparison.Ordinal));
        // When the file came that it was read from: not now.
        Assert.Equal("2026-11-21T13:05:00Z", FeedOverHttp.TextOf(digest, "updated"));
        var content = FeedOverHttp.TextOf(digest, "content");
        Assert.Contains("14 headlines", (await site.PageAsync("/2021/01/29/uyghur-news")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(14, XElement.Parse($"<div>{content}</div>").Descendants("li").Count());
        Assert.Contains("lang=\"ug\"", content, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Site}/headlines/", content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_feed_of_a_topic_has_the_headlines_of_its_page()
    {
        using var client = site.CreateClient();
        var feed = await new FeedOverHttp(client).ReadAsync("/topics/uyghur.atom");
        var found = await new FeedOverHttp(client).ReadAsync("/search.atom?topic=uyghur");
        using var page = await site.PageAsync("/topics/uyghur");

        Assert.Equal(
            page.QuerySelectorAll("main a[href^='/headlines/']").Select(link => Site + link.GetAttribute("href")).Distinct().Order(),
            FeedOverHttp.EntriesOf(feed).Select(entry => FeedOverHttp.LinkOf(entry, "alternate")!).Order());
        Assert.NotEmpty(FeedOverHttp.EntriesOf(feed));
        Assert.Equal(FeedOverHttp.EntriesOf(found).Select(entry => entry.ToString()), FeedOverHttp.EntriesOf(feed).Select(entry => entry.ToString()));
        using var elsewhere = await client.GetAsync("/topics/uighur.atom", TestContext.Current.CancellationToken);
        Assert.Equal("/topics/uyghur.atom", elsewhere.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("/", "/feed.atom")]
    [InlineData("/categories/human-dignity", "/categories/human-dignity.atom")]
    [InlineData("/topics/uyghur", "/topics/uyghur.atom")]
    [InlineData("/search?q=genocide", "/search.atom?q=genocide")]
    public async Task A_page_names_its_feed_to_programs_and_to_readers(string page, string feed)
    {
        using var shown = await site.PageAsync(page);

        Assert.Equal(Site + feed, shown.QuerySelector("link[rel=alternate][type='application/atom+xml']")!.GetAttribute("href"));
        Assert.Contains(shown.QuerySelectorAll("body a"), link => link.GetAttribute("href") == feed);
    }

    [Theory]
    [InlineData("/categories/none.atom")]
    [InlineData("/topics/none.atom")]
    [InlineData("/feed.atom?before=nonsense")]
    public async Task Where_there_is_no_list_there_is_no_feed(string address)
    {
        using var client = site.CreateClient();
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_feed_is_made_once_an_edition_and_not_sent_again()
    {
        await using var watched = new WatchedSite();
        await watched.InitializeAsync();
        using var client = watched.CreateClient();
        await watched.SettleAsync();
        foreach (var address in new[] { Permalink.Feed, "/topics/uyghur.atom", "/search.atom?q=genocide" })
        {
            using var first = await client.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.True(first.IsSuccessStatusCode);
            watched.Questions = 0;
            using var again = new HttpRequestMessage(HttpMethod.Get, address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "made=up");
            again.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(first.Headers.ETag!.ToString()));
            using var second = await client.SendAsync(again, TestContext.Current.CancellationToken);

            Assert.Equal((HttpStatusCode.NotModified, 0), (second.StatusCode, watched.Questions));
        }
    }
}

/// <summary>The sample shelf, and enough digests beside it that lists have several pages.</summary>
public sealed class FeedSite : ShelfSite
{
    protected override IEnumerable<Post> Shelf()
    {
        var shelf = SampleShelf.Posts();
        var dignity = shelf.SelectMany(post => post.Categories).First();
        foreach (var number in Enumerable.Range(1, 30))
        {
            var digest = HandMade.Digest(new(2020, 6, number), new(2020, 6, number), $"What was said on day {number}", "And what was not");
            digest.Categories.Add(dignity);
            yield return digest;
        }
        foreach (var post in shelf)
        {
            yield return post;
        }
    }
}
