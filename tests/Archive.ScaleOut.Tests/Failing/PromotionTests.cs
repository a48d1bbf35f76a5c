using System.Diagnostics;

namespace Archive.ScaleOut.Tests.Failing;

/// <summary>The primary dies and its synchronous standby takes its place, again and again, while people publish and read.</summary>
public sealed class PromotionTests
{
    [Fact]
    public async Task When_a_standby_takes_over_nothing_acknowledged_is_lost_and_readers_read_on()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var cluster = await Cluster.StartAsync(standby: true, nodes: 2);
        await using var readers = new Readers(cluster.Nodes, 4);
        await using var publisher = new Publisher(cluster);
        var slowest = TimeSpan.Zero;
        for (var round = 1; round <= Rounds.Count; round++)
        {
            await publisher.UntilMoreAsync(5, cancel);
            var moment = Stopwatch.GetTimestamp();

            cluster.FailOver();

            await publisher.UntilMoreAsync(2, cancel);
            var back = Stopwatch.GetElapsedTime(moment);
            slowest = back > slowest ? back : slowest;
            await readers.UntilAllReadAsync(cancel);
            await publisher.AssertKeptAsync();
            Assert.True(back < TimeSpan.FromSeconds(15), $"round {round}: nothing could be published for {back}");
            Assert.All(readers.LostSince(moment).GroupBy(lost => lost.Reader), reader => Assert.Single(reader));
            await cluster.RebuildAsync(cancel);
        }
        await publisher.StopAsync();
        await readers.StopAsync();
        await publisher.AssertKeptAsync();

        Rounds.Tell($"{Rounds.Count} promotions, {publisher.Acknowledged} posts acknowledged and kept, writes back after {slowest.TotalSeconds:0.0} s at most; {readers.Count} pages read, {readers.Lost.Count} lost");
        Assert.True(readers.Lost.Count <= readers.Count / 1000, string.Join('\n', readers.Lost.Take(20)));
    }
}
