using System.Diagnostics;
using Archive.Rig.Postgres;

namespace Archive.ScaleOut.Tests.Failing;

/// <summary>One server without a standby stops for a moment, in the two ways it can, while people publish and read.</summary>
public sealed class RestartTests
{
    [Fact]
    public Task After_an_immediate_restart_everybody_goes_on_where_they_were() => FailAsync("immediate restarts", cluster =>
    {
        cluster.Primary.Stop();
        cluster.Primary.Start();
        return Task.CompletedTask;
    });

    [Fact]
    public Task After_a_backend_was_killed_everybody_goes_on_where_they_were() => FailAsync("killed backends", async cluster =>
    {
        var backends = await cluster.AskAsync<int>("SELECT pid FROM pg_stat_activity WHERE application_name = 'archive' ORDER BY backend_start");
        ServerProcesses.Signal(backends[Random.Shared.Next(backends.Count)]);
    });

    private static async Task FailAsync(string faults, Func<Cluster, Task> fail)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var cluster = await Cluster.StartAsync(standby: false, nodes: 2);
        await using var readers = new Readers(cluster.Nodes, 4);
        await using var publisher = new Publisher(cluster);
        for (var round = 1; round <= Rounds.Count; round++)
        {
            await publisher.UntilMoreAsync(3, cancel);
            var moment = Stopwatch.GetTimestamp();

            await fail(cluster);

            await publisher.UntilMoreAsync(2, cancel);
            await readers.UntilAllReadAsync(cancel);
            Assert.All(readers.LostSince(moment).GroupBy(lost => lost.Reader), reader => Assert.Single(reader));
        }
        await publisher.StopAsync();
        await readers.StopAsync();
        await publisher.AssertKeptAsync();

        var gap = readers.LongestGap;
        Rounds.Tell($"{Rounds.Count} {faults}, {publisher.Acknowledged} posts acknowledged and kept; {readers.Count} pages read, {readers.Lost.Count} lost, longest wait for a page {gap.TotalSeconds:0.0} s");
        Assert.True(readers.Lost.Count <= readers.Count / 1000, string.Join('\n', readers.Lost.Take(20)));
        Assert.True(gap <= TimeSpan.FromSeconds(5), $"a reader waited {gap}");
    }
}
