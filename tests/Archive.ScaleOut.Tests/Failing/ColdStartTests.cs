using System.Diagnostics;
using System.Net;
using Archive.Rig.Postgres;

namespace Archive.ScaleOut.Tests.Failing;

/// <summary>Nodes that start before their database, or with a password that it refuses, wait for it: none ends, and none needs to be started again.</summary>
public sealed class ColdStartTests
{
    // The number that the issue gives.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Nodes_that_start_without_their_database_are_ready_soon_after_it_is_there()
    {
        await using var cluster = await Cluster.StartAsync(standby: false, nodes: 0);
        cluster.Primary.Stop();
        await StartAsync(cluster, "started before their database", cluster.Arguments, () =>
        {
            cluster.Primary.Start();
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Nodes_whose_password_was_refused_are_ready_soon_after_it_is_right()
    {
        await using var cluster = await Cluster.StartAsync(standby: false, nodes: 0);
        await cluster.AskAsync<int>("CREATE ROLE latecomer LOGIN SUPERUSER PASSWORD 'another'; SELECT 1");
        var arguments = cluster.Arguments.Select(argument => argument.Replace($"Username={PostgresServer.Superuser}", "Username=latecomer", StringComparison.Ordinal)).ToArray();
        await StartAsync(cluster, "started with a password that was refused", arguments, () =>
            cluster.AskAsync<int>($"ALTER ROLE latecomer PASSWORD '{cluster.Primary.Password}'; SELECT 1"));
    }

    // Half of the rounds for each of the two, all nodes at once.
    private static async Task StartAsync(Cluster cluster, string what, string[] arguments, Func<Task> mend)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var client = new HttpClient();
        var nodes = await Task.WhenAll(Enumerable.Range(0, (Rounds.Count + 1) / 2).Select(_ => ArchiveProcess.ServeAsync(cluster.Folder, arguments)));
        try
        {
            foreach (var (_, address) in nodes)
            {
                Assert.Equal(HttpStatusCode.OK, await StatusAsync(address, "/health/live"));
                Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(address, "/health/ready"));
                Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(address, "/"));
            }

            await mend();

            var slowest = (await Task.WhenAll(nodes.Select(node => ReadyAsync(node.Address)))).Max();
            foreach (var (process, address) in nodes)
            {
                Assert.True(await StatusAsync(address, "/") == HttpStatusCode.OK, process.Said);
            }
            Assert.All(nodes, node => Assert.False(node.Process.HasExited));
            Rounds.Tell($"{nodes.Length} nodes {what}, all ready {slowest.TotalSeconds:0.0} s after it was right");
            Assert.InRange(slowest, TimeSpan.Zero, Soon);
        }
        finally
        {
            Array.ForEach(nodes, node => node.Process.Dispose());
        }

        async Task<TimeSpan> ReadyAsync(Uri node)
        {
            var mended = Stopwatch.StartNew();
            while (await StatusAsync(node, "/health/ready") != HttpStatusCode.OK && mended.Elapsed < 6 * Soon)
            {
                await Task.Delay(50, cancel);
            }
            return mended.Elapsed;
        }

        async Task<HttpStatusCode> StatusAsync(Uri node, string page)
        {
            using var answer = await client.GetAsync(new Uri(node, page), cancel);
            return answer.StatusCode;
        }
    }
}
