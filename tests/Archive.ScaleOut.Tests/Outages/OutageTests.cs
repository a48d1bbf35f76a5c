using System.Diagnostics;
using System.Net;
using Archive.Rig.Postgres;

namespace Archive.ScaleOut.Tests.Outages;

/// <summary>What a node does while its only database server is away, and when it comes back.</summary>
public sealed class OutageTests : IDisposable
{
    // The number that the issue gives (T74).
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    private readonly TemporaryFolder folder = new();
    private readonly PostgresServer server = PostgresServer.Start();

    private string[] Settings => [$"--Store:Provider=Postgres", $"--ConnectionStrings:Archive={server.ConnectionString("archive_site")}"];

    [Fact]
    public async Task A_node_starts_without_its_database_and_is_ready_soon_after_it_comes()
    {
        await FillAsync();
        server.Stop();
        var (node, address) = await ArchiveProcess.ServeAsync(folder, Settings);
        using var _ = node;
        using var client = new HttpClient { BaseAddress = address };

        Assert.Equal((HttpStatusCode.OK, "ok\n"), await AskAsync(client, "/health/live"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "not ready\nstore: does not answer\n"), await AskAsync(client, "/health/ready"));
        await IsAwayAsync(client, "/");

        server.Start();
        await ReadyWithinAsync(Soon, client);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(client, "/")).Status);
        var stopped = await node.StopAsync();
        Assert.Equal((0, ""), (stopped.ExitCode, stopped.Errors));
        Assert.DoesNotContain(server.Password, stopped.All, StringComparison.Ordinal);
        Assert.Single(stopped.Output.Split('\n'), line => line.Contains("Readers cannot be served", StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", stopped.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_that_is_refused_stops_no_node()
    {
        await FillAsync();
        var (node, address) = await ArchiveProcess.ServeAsync(folder, [.. Settings, $"--ConnectionStrings:Archive={server.ConnectionString("archive_site").Replace(server.Password, "wrong-word", StringComparison.Ordinal)}"]);
        using var _ = node;
        using var client = new HttpClient { BaseAddress = address };

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "not ready\nstore: does not answer\n"), await AskAsync(client, "/health/ready"));
        await IsAwayAsync(client, "/");
        var stopped = await node.StopAsync();
        Assert.Equal(0, stopped.ExitCode);
        Assert.DoesNotContain("wrong-word", stopped.All, StringComparison.Ordinal);
        Assert.Contains("28P01", stopped.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_comes_back_as_another_version_is_not_read_until_it_is_migrated()
    {
        await ExecuteAsync("postgres", "CREATE DATABASE archive_site");
        server.Stop();
        var (node, address) = await ArchiveProcess.ServeAsync(folder, Settings);
        using var _ = node;
        using var client = new HttpClient { BaseAddress = address };

        server.Start();
        await UntilAsync(async () => (await AskAsync(client, "/health/ready")).Text == "not ready\nstore: is empty or not there; run archive migrate\n");
        await IsAwayAsync(client, "/");

        var migrated = await ArchiveProcess.RunAsync(folder, ["migrate", .. Settings]);
        Assert.Equal(0, migrated.ExitCode);
        await ReadyWithinAsync(Soon, client);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(client, "/")).Status);
        await node.StopAsync();
    }

    [Fact]
    public async Task Pages_that_were_read_are_shown_while_the_server_is_away_and_anew_when_it_is_back()
    {
        await FillAsync();
        var (node, address) = await ArchiveProcess.ServeAsync(folder, Settings);
        using var _ = node;
        using var client = new HttpClient { BaseAddress = address };
        var home = await AskAsync(client, "/");
        Assert.Equal(HttpStatusCode.OK, home.Status);

        for (var round = 0; round < 3; round++)
        {
            server.Kill();
            await UntilAsync(async () =>
            {
                using var kept = await client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
                Assert.Equal((HttpStatusCode.OK, home.Text), (kept.StatusCode, await kept.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
                return kept.Headers.Contains("Warning");
            });
            await IsAwayAsync(client, "/about");
            server.Start();
            await ReadyWithinAsync(Soon, client);
            await UntilAsync(async () =>
            {
                using var fresh = await client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
                Assert.Equal(HttpStatusCode.OK, fresh.StatusCode);
                return !fresh.Headers.Contains("Warning");
            });
        }
        await node.StopAsync();
    }

    [Fact]
    public async Task What_is_imported_elsewhere_is_on_every_node_within_a_second()
    {
        await FillAsync();
        var (one, first) = await ArchiveProcess.ServeAsync(folder, Settings);
        using var a = one;
        var (two, second) = await ArchiveProcess.ServeAsync(folder, Settings);
        using var b = two;
        using HttpClient reader = new() { BaseAddress = first }, other = new() { BaseAddress = second };
        foreach (var client in new[] { reader, other })
        {
            Assert.DoesNotContain("kept pages", (await AskAsync(client, "/")).Text, StringComparison.Ordinal);
            Assert.DoesNotContain("kept pages", (await AskAsync(client, "/")).Text, StringComparison.Ordinal);
        }

        await File.WriteAllTextAsync(
            folder["900.txt"], "Category Archives: news\n\nUyghur News (Monday, March 2, 2026)\n\nA headline about kept pages\n", TestContext.Current.CancellationToken);
        var import = await ArchiveProcess.RunAsync(folder, ["import", folder["900.txt"], .. Settings]);
        var imported = Stopwatch.StartNew();
        Assert.True(import.ExitCode == 0, import.All);
        foreach (var client in new[] { reader, other })
        {
            await UntilAsync(async () => (await AskAsync(client, "/")).Text.Contains("A headline about kept pages", StringComparison.Ordinal));
        }
        // The number that the issue gives.
        Assert.InRange(imported.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        await one.StopAsync();
        await two.StopAsync();
    }

    public void Dispose()
    {
        server.Dispose();
        folder.Dispose();
    }

    private async Task FillAsync()
    {
        await ExecuteAsync("postgres", "CREATE DATABASE archive_site");
        foreach (var verb in new[] { "migrate", "import" })
        {
            var done = await ArchiveProcess.RunAsync(folder, [verb, .. Settings]);
            Assert.True(done.ExitCode == 0, done.All);
        }
    }

    private async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new Npgsql.NpgsqlConnection(server.ConnectionString(database));
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new Npgsql.NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task IsAwayAsync(HttpClient client, string address)
    {
        using var away = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        Assert.Equal(Soon, away.Headers.RetryAfter?.Delta);
        Assert.Contains("The archive cannot be read just now", await away.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static async Task ReadyWithinAsync(TimeSpan limit, HttpClient client)
    {
        var waited = Stopwatch.StartNew();
        await UntilAsync(async () => (await AskAsync(client, "/health/ready")) == (HttpStatusCode.OK, "ok\n"));
        Assert.InRange(waited.Elapsed, TimeSpan.Zero, limit);
    }

    private static async Task<(HttpStatusCode Status, string Text)> AskAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var tries = 0; !await isSo(); tries++)
        {
            Assert.True(tries < 600, "It did not come about in half a minute.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
