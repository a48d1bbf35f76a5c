using System.Net;
using System.Xml.Linq;
using Archive.Store;
using Archive.Web.Feeds;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Web.Tests.Feeds;

/// <summary>The sitemap names every post and headline once, in parts that are never too long.</summary>
public sealed class SitemapTests(FeedSite site) : IClassFixture<FeedSite>
{
    private const string Site = "https://archive.example";

    [Fact]
    public async Task Every_post_and_headline_stands_in_it_once_under_its_own_address()
    {
        using var client = site.CreateClient();
        var parts = await LocationsAsync(client, Permalink.Sitemap);
        List<string> all = [];
        foreach (var part in parts)
        {
            all.AddRange(await LocationsAsync(client, part));
        }

        await using var archive = await site.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var posts = (await archive.Posts.ToListAsync(TestContext.Current.CancellationToken)).ConvertAll(Permalink.Post);
        var headlines = (await archive.Headlines.Select(headline => headline.PublicId).ToListAsync(TestContext.Current.CancellationToken)).ConvertAll(Permalink.Headline);
        Assert.Equal(all.Count, all.Distinct().Count());
        Assert.Empty(posts.Concat(headlines).Select(address => Site + Uri.UnescapeDataString(address)).Except(all.Select(Uri.UnescapeDataString)));
        Assert.Contains(Site + "/undated/" + posts.First(post => post.StartsWith("/undated/", StringComparison.Ordinal)).Split('/')[2], all);
        // What stands there is what it is called: not moved, not missing.
        foreach (var address in all.Where((_, i) => i % 7 == 0))
        {
            using var page = await site.PageAsync(new Uri(address).PathAndQuery);
            Assert.Equal(address, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        }
    }

    [Fact]
    public async Task A_month_says_when_it_changed_and_a_post_too()
    {
        using var client = site.CreateClient();
        var index = await ReadAsync(client, Permalink.Sitemap);
        var month = index.Elements().Single(part => part.Elements().First().Value == Site + "/sitemap/2021-01.xml");
        var post = (await ReadAsync(client, "/sitemap/2021-01.xml")).Elements().First(page => page.Elements().First().Value == Site + "/2021/01/29/uyghur-news");

        Assert.InRange(DateTimeOffset.Parse(month.Elements().Last().Value, null), DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        Assert.Equal("2026-11-21T13:05:00Z", post.Elements().Last().Value);
    }

    [Theory]
    [InlineData("/sitemap/2021-13.xml")]
    [InlineData("/sitemap/2021-01-1.xml")]
    [InlineData("/sitemap/2021-01-2.xml")]
    [InlineData("/sitemap/2021-01-99999999999.xml")]
    [InlineData("/sitemap/1999-01.xml")]
    [InlineData("/sitemap/undated-2.xml")]
    [InlineData("/sitemap/none.xml")]
    public async Task What_is_no_part_is_not_found(string address)
    {
        using var client = site.CreateClient();
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Robots_are_told_where_it_is_and_a_site_that_does_not_know_its_address_has_none()
    {
        using var client = site.CreateClient();
        Assert.Contains($"\nSitemap: {Site}/sitemap.xml\n", await client.GetStringAsync(Permalink.Robots, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await using var nameless = site.WithWebHostBuilder(builder => builder.UseSetting("Site:BaseAddress", ""));
        using var other = nameless.CreateClient();

        Assert.DoesNotContain("Sitemap", await other.GetStringAsync(Permalink.Robots, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(Permalink.Sitemap, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync("/sitemap/2021-01.xml", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public void A_month_of_any_size_is_cut_into_parts_without_a_gap_and_without_a_repeat()
    {
        int[] headlines = [0, 19_998, 0, 3, 60_001, 1, 0];
        var addresses = headlines.Length + headlines.Sum();
        List<(int Post, int At)> met = [];
        var parts = SitemapParts.PartsOf(headlines.Length, headlines.Sum());
        for (var number = 1; number <= parts; number++)
        {
            var part = SitemapParts.Slices(headlines, number)
                .SelectMany(slice => Enumerable.Range(slice.From, Math.Min(slice.To, headlines[slice.Post]) - slice.From).Prepend(-1).Where(at => at >= 0 || slice.WithPost).Select(at => (slice.Post, at)))
                .ToList();
            Assert.Equal(number < parts ? Sitemap.AddressesInPart : addresses - (parts - 1) * Sitemap.AddressesInPart, part.Count);
            met.AddRange(part);
        }

        Assert.Equal(headlines.SelectMany((count, post) => Enumerable.Range(-1, count + 1).Select(at => (post, at))), met);
        Assert.Empty(SitemapParts.Slices(headlines, parts + 1));
    }

    private static async Task<List<string>> LocationsAsync(HttpClient client, string address) =>
        (await ReadAsync(client, new Uri(new(Site), address).PathAndQuery)).Elements().Select(entry => entry.Elements().First().Value).ToList();

    private static async Task<XElement> ReadAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{address} answered {(int)answer.StatusCode}");
        Assert.Equal("application/xml", answer.Content.Headers.ContentType?.MediaType);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        return XElement.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
