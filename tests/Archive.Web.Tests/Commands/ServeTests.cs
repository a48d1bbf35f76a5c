using System.Net;
using System.Text.Json;

namespace Archive.Web.Tests.Commands;

public sealed class ServeTests
{
    [Fact]
    public async Task Served_from_any_directory_an_archive_shows_itself_and_stops_when_asked()
    {
        using var folder = new TemporaryFolder();
        // A SQLite file fills itself; a server's database is somebody's, and is filled by whoever wants it so.
        if (StoreUnderTest.Kind == StoreKind.Postgres)
        {
            await ArchiveProcess.RunAsync(folder, "import");
        }
        var (archive, address) = await ArchiveProcess.ServeAsync(folder);
        using var _ = archive;
        using var client = new HttpClient { BaseAddress = address };

        var home = await client.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("Uyghur News", home, StringComparison.Ordinal);
        foreach (var style in home.Split('"').Where(part => part.EndsWith(".css", StringComparison.Ordinal)).Distinct())
        {
            using var answer = await client.GetAsync(new Uri(style, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(("text/css", HttpStatusCode.OK), (answer.Content.Headers.ContentType?.MediaType, answer.StatusCode));
        }

        var ready = await ArchiveProcess.RunAsync(folder, "health", address.ToString());
        var busy = await ArchiveProcess.RunAsync(folder, "--urls", address.ToString());
        var stopped = await archive.StopAsync();
        var gone = await ArchiveProcess.RunAsync(folder, "health", address.ToString());

        Assert.Equal((0, "ok\n"), (ready.ExitCode, ready.Output));
        Assert.Equal(1, busy.ExitCode);
        Assert.Contains("address already in use", Assert.Single(busy.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", busy.All, StringComparison.Ordinal);
        Assert.Equal((0, ""), (stopped.ExitCode, stopped.Errors));
        Assert.All(stopped.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => JsonDocument.Parse(line).Dispose());
        Assert.Equal((1, "no answer\n"), (gone.ExitCode, gone.Output));
    }

    [Trait("Store", "Sqlite")]
    [Fact]
    public async Task Without_a_seeds_folder_an_empty_archive_is_served_with_a_warning()
    {
        using var folder = new TemporaryFolder();
        var (archive, address) = await ArchiveProcess.ServeAsync(folder, $"--Import:SeedsFolder={folder["none"]}");
        using var _ = archive;
        using var client = new HttpClient { BaseAddress = address };

        using var home = await client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
        var stopped = await archive.StopAsync();
        var warning = Assert.Single(stopped.Output.Split('\n'), line => line.Contains("\"Warning\"", StringComparison.Ordinal));
        Assert.Contains(folder["none"], warning, StringComparison.Ordinal);
    }

    [Trait("Store", "Postgres")]
    [Fact]
    public async Task Into_an_empty_database_of_a_server_nothing_is_put_unasked()
    {
        using var folder = new TemporaryFolder();
        var (archive, address) = await ArchiveProcess.ServeAsync(folder);
        using var _ = archive;
        using var client = new HttpClient { BaseAddress = address };

        using var home = await client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
        Assert.Equal(0L, await folder.Store.ExecuteAsync("""SELECT COUNT(*) FROM "Sources" """, TestContext.Current.CancellationToken));
    }
}
