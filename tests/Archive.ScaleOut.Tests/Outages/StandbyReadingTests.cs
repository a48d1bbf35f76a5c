using System.Net;
using Archive.Rig.Postgres;
using Npgsql;

namespace Archive.ScaleOut.Tests.Outages;

/// <summary>With a standby that answers, readers notice nothing of a primary that is down, and whoever watches the site is told.</summary>
public sealed class StandbyReadingTests
{
    [Fact]
    public async Task Readers_are_served_by_the_standby_and_the_node_says_that_nothing_can_be_published()
    {
        using var folder = new TemporaryFolder();
        using var primary = PostgresServer.Start();
        await ExecuteAsync(primary.ConnectionString("postgres"), "CREATE DATABASE archive_site");
        using var standby = PostgresServer.StandbyOf(primary, "standby");
        await primary.WaitForSynchronousAsync("standby", TestContext.Current.CancellationToken);
        string[] settings = ["--Store:Provider=Postgres", $"--ConnectionStrings:Archive={primary.ConnectionString("archive_site")}", $"--ConnectionStrings:ArchiveReaders={Both(primary, standby)}"];
        foreach (var verb in new[] { "migrate", "import" })
        {
            var done = await ArchiveProcess.RunAsync(folder, [verb, .. settings]);
            Assert.True(done.ExitCode == 0, done.All);
        }
        var (node, address) = await ArchiveProcess.ServeAsync(folder, settings);
        using var _ = node;
        using var client = new HttpClient { BaseAddress = address };
        Assert.Equal((HttpStatusCode.OK, "ok\n"), await AskAsync(client, "/health/ready"));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(client, "/")).Status);

        primary.Kill();

        Assert.Equal((HttpStatusCode.OK, "ok\nprimary: does not answer; nothing can be published\n"), await AskAsync(client, "/health/ready"));
        // One that was kept and some that were not.
        foreach (var page in new[] { "/", "/about", "/2021", "/2021/01", "/outlets" })
        {
            using var answer = await client.GetAsync(new Uri(page, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal((page, HttpStatusCode.OK, false), (page, answer.StatusCode, answer.Headers.Contains("Warning")));
        }
        await node.StopAsync();
    }

    private static string Both(PostgresServer primary, PostgresServer standby) => new NpgsqlConnectionStringBuilder(primary.ConnectionString("archive_site"))
    {
        Host = $"127.0.0.1:{primary.Port},127.0.0.1:{standby.Port}",
    }.ConnectionString;

    private static async Task ExecuteAsync(string address, string sql)
    {
        await using var connection = new NpgsqlConnection(address + ";Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<(HttpStatusCode Status, string Text)> AskAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
