using System.Net;
using Archive.Web.Hosting.Watching;

namespace Archive.Web.Tests.Hosting;

/// <summary>What a machine that watches the site is told, with the store whole, damaged, of another version and gone.</summary>
public sealed class HealthTests
{
    [Fact]
    [Trait("Store", "Sqlite")]
    public async Task A_store_that_hangs_is_said_at_once_and_forgotten_when_it_is_back()
    {
        using var folder = new TemporaryFolder();
        var (archive, address) = await ArchiveProcess.ServeAsync(folder);
        using var _ = archive;
        using var client = new HttpClient { BaseAddress = address };
        Assert.Equal((HttpStatusCode.OK, "ok\n"), await AskAsync(client, "/health/ready"));

        var hung = await HangAsync(folder["archive.db"]);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "not ready\nstore: does not answer\n"), await AskAsync(client, "/health/ready"));
        Assert.Equal((HttpStatusCode.OK, "ok\n"), await AskAsync(client, "/health/live"));
        var asked = await ArchiveProcess.RunAsync(folder, "health", address.ToString());
        Assert.Equal((1, "not ready\nstore: does not answer\n"), (asked.ExitCode, asked.Output));

        using (var page = await client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(5), page.Headers.RetryAfter?.Delta);
            Assert.True(page.Headers.CacheControl?.NoStore);
            var text = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains("The archive cannot be read just now", text, StringComparison.Ordinal);
            Assert.DoesNotContain("reference", text, StringComparison.Ordinal);
        }
        // What has nothing to do with the store answers as ever, and an address without a page is still none.
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(client, "/robots.txt")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(client, "/1999/no/such/page")).Status);

        await hung.DisposeAsync();
        await UntilAsync(async () => (await AskAsync(client, "/")).Status == HttpStatusCode.OK);
        Assert.Equal((HttpStatusCode.OK, "ok\n"), await AskAsync(client, "/health/ready"));
        var stopped = await archive.StopAsync();
        Assert.Equal(0, stopped.ExitCode);
        Assert.Single(stopped.Output.Split('\n'), line => line.Contains("Readers cannot be served from the store", StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", stopped.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_of_another_version_is_not_read()
    {
        using var folder = new TemporaryFolder();
        var (archive, address) = await ArchiveProcess.ServeAsync(folder);
        using var _ = archive;
        using var client = new HttpClient { BaseAddress = address };

        await folder.Store.ExecuteAsync("""UPDATE "__EFMigrationsHistory" SET "MigrationId" = 'not ' || "MigrationId" """, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "not ready\nstore: is empty or not there; run archive migrate\n"), await AskAsync(client, "/health/ready"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await AskAsync(client, "/")).Status);

        await folder.Store.ExecuteAsync("""UPDATE "__EFMigrationsHistory" SET "MigrationId" = substr("MigrationId", 5)""", TestContext.Current.CancellationToken);
        await UntilAsync(async () => (await AskAsync(client, "/")).Status == HttpStatusCode.OK);
        await archive.StopAsync();
    }

    [Fact]
    public void Missing_migrations_are_counted_and_named() =>
        Assert.Equal("migrations: 2 pending (2_Second, 3_Third); run archive migrate", StoreState.Lacking(["2_Second", "3_Third"], isNew: false).Missing);

    [Fact]
    [Trait("Store", "Sqlite")]
    public async Task Too_little_room_on_the_disk_is_said_with_the_folder()
    {
        using var folder = new TemporaryFolder();
        var (archive, address) = await ArchiveProcess.ServeAsync(folder, $"--Site:LeastFreeMegabytes={int.MaxValue}");
        using var _ = archive;
        using var client = new HttpClient { BaseAddress = address };

        var (status, text) = await AskAsync(client, "/health/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Matches($@"(?m)^disk: \d+ MB free in {folder.Path}, less than {int.MaxValue}$", text);
        // Readers are served all the same.
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(client, "/")).Status);
        await archive.StopAsync();
    }

    internal static async Task<(HttpStatusCode Status, string Text)> AskAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    internal static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var tries = 0; !await isSo(); tries++)
        {
            Assert.True(tries < 300, "It did not come about in half a minute.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Until it is disposed, whoever opens or asks the store waits: all its locks are taken, as soon as nobody else has one.</summary>
    internal static async Task<FileStream> HangAsync(string file)
    {
        var locks = new FileStream($"{file}-shm", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        await UntilAsync(() => Task.FromResult(TryLock(locks)));
        return locks;
    }

    // The eight bytes of the write-ahead log's index that stand for its locks. The site itself reads now and then, as it warms up.
    private static bool TryLock(FileStream locks)
    {
        try
        {
#pragma warning disable CA1416 // These tests run where PostgreSQL and the rest of the rig do.
            locks.Lock(120, 8);
#pragma warning restore CA1416
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
