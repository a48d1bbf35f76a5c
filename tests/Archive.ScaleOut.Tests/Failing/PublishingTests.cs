using System.Diagnostics;
using System.Globalization;
using Archive.Store;

namespace Archive.ScaleOut.Tests.Failing;

/// <summary>With a primary, a synchronous standby and two nodes that keep pages and read from the standby first.</summary>
public sealed class PublishingTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task What_was_published_is_on_every_node_within_a_second_also_on_pages_and_in_feeds_that_it_had_kept()
    {
        await using var cluster = await Cluster.StartAsync(standby: true, nodes: 2);
        using var client = new HttpClient();
        var cancel = TestContext.Current.CancellationToken;
        var longest = TimeSpan.Zero;
        for (var day = 1; day <= 10; day++)
        {
            var title = string.Create(CultureInfo.InvariantCulture, $"What was reported on day {day}");
            var shownAt = cluster.Nodes.SelectMany(node => new[] { node, new(node, Permalink.Feed) }).ToList();
            await Task.WhenAll(shownAt.Select(async address => Assert.DoesNotContain(title, await client.GetStringAsync(address, cancel), StringComparison.Ordinal)));
            var seed = cluster.Folder[$"{day}.txt"];
            await File.WriteAllTextAsync(seed, string.Create(CultureInfo.InvariantCulture, $"Uyghur News (January {day}, 2031)\n\n{title}\n"), cancel);

            Assert.Equal(0, (await cluster.Importer.RunAsync(new([seed]), cancellation: cancel)).ExitCode);
            var acknowledged = Stopwatch.GetTimestamp();
            await Task.WhenAll(shownAt.Select(address => UntilShownAsync(client, address, title)));
            var took = Stopwatch.GetElapsedTime(acknowledged);
            longest = took > longest ? took : longest;
        }

        Rounds.Tell($"10 posts published, each on both nodes after {longest.TotalMilliseconds:0} ms at most");
        Assert.True(longest < Limit, $"one took {longest.TotalMilliseconds:0} ms");
    }

    private static async Task UntilShownAsync(HttpClient client, Uri address, string title)
    {
        for (var waiting = Stopwatch.StartNew(); waiting.Elapsed < TimeSpan.FromSeconds(20);)
        {
            if ((await client.GetStringAsync(address, TestContext.Current.CancellationToken)).Contains(title, StringComparison.Ordinal))
            {
                return;
            }
        }
    }
}
