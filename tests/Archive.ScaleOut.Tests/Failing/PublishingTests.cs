using System.Diagnostics;
using System.Globalization;
using System.Net;
using Archive.Store;

namespace Archive.ScaleOut.Tests.Failing;

/// <summary>With a primary, a synchronous standby and two nodes that keep pages and read from the standby first.</summary>
public sealed class PublishingTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task What_was_published_is_on_every_node_within_a_second_in_lists_searches_feeds_and_the_sitemap_also_where_it_had_kept_them()
    {
        // A site that does not know its own address has no sitemap.
        await using var cluster = await Cluster.StartAsync(standby: true, nodes: 2, "--Site:BaseAddress=https://archive.example");
        using var client = new HttpClient();
        var cancel = TestContext.Current.CancellationToken;
        var longest = TimeSpan.Zero;
        for (var day = 1; day <= 10; day++)
        {
            var title = string.Create(CultureInfo.InvariantCulture, $"What was reported on day {day}");
            var date = new DateOnly(2031, 1, day);
            (string Address, string Text)[] places =
            [
                (Permalink.Home, title),
                (Permalink.Feed, title),
                (Permalink.SearchFeed(new() { Query = string.Create(CultureInfo.InvariantCulture, $"on:{date:yyyy-MM-dd}") }), title),
                (Permalink.SitemapPart("2031-01"), Permalink.Day(date) + "/uyghur-news"),
            ];
            var shownAt = cluster.Nodes.SelectMany(node => places.Select(place => (Address: new Uri(node, place.Address), place.Text))).ToList();
            await Task.WhenAll(shownAt.Select(async place => Assert.DoesNotContain(place.Text, await ReadAsync(client, place.Address), StringComparison.Ordinal)));
            var seed = cluster.Folder[$"{day}.txt"];
            await File.WriteAllTextAsync(seed, string.Create(CultureInfo.InvariantCulture, $"Uyghur News (January {day}, 2031)\n\n{title}\n"), cancel);

            Assert.Equal(0, (await cluster.Importer.RunAsync(new([seed]), cancellation: cancel)).ExitCode);
            var acknowledged = Stopwatch.GetTimestamp();
            await Task.WhenAll(shownAt.Select(place => UntilShownAsync(client, place.Address, place.Text)));
            var took = Stopwatch.GetElapsedTime(acknowledged);
            longest = took > longest ? took : longest;
        }

        Rounds.Tell($"10 posts published, each on both nodes, in list, feed, search and sitemap, after {longest.TotalMilliseconds:0} ms at most");
        Assert.True(longest < Limit, $"one took {longest.TotalMilliseconds:0} ms");
    }

    private static async Task UntilShownAsync(HttpClient client, Uri address, string text)
    {
        for (var waiting = Stopwatch.StartNew(); waiting.Elapsed < TimeSpan.FromSeconds(20);)
        {
            if ((await ReadAsync(client, address)).Contains(text, StringComparison.Ordinal))
            {
                return;
            }
        }
        Assert.Fail($"{address} did not show {text}");
    }

    // A month without a post has no part in the sitemap.
    private static async Task<string> ReadAsync(HttpClient client, Uri address)
    {
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        return answer.StatusCode == HttpStatusCode.NotFound ? "" : await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
