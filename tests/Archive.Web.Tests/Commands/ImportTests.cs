using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Archive.Web.Tests.Commands;

public sealed class ImportTests
{
    private static readonly string Seeds = Path.Combine(Repository.Root, "seeds");

    [Fact]
    public async Task A_dry_run_in_JSON_is_one_document_and_makes_no_store()
    {
        using var folder = new TemporaryFolder();

        var archive = await ArchiveProcess.RunAsync(folder, "import", Seeds, "--dry-run", "--json");

        Assert.Equal(0, archive.ExitCode);
        using var document = JsonDocument.Parse(archive.Output);
        var totals = document.RootElement.GetProperty("totals");
        Assert.Equal(5, totals.GetProperty("files").GetInt32());
        Assert.Equal(38, totals.GetProperty("posts").GetInt32());
        Assert.Equal(35, totals.GetProperty("distinctPosts").GetInt32());
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_dry_run_says_what_would_change_and_makes_no_store()
    {
        using var folder = new TemporaryFolder();
        var archive = await ArchiveProcess.RunAsync(folder, "import", Seeds, "--dry-run");
        Assert.Equal(0, archive.ExitCode);
        Assert.Contains("004.txt: would be imported; ", archive.Output, StringComparison.Ordinal);
        Assert.Contains("5 files: 38 posts (35 new, 0 superseded, 3 unchanged, 0 shorter)", archive.Output, StringComparison.Ordinal);
        Assert.Contains("5 of 5: 004.txt", archive.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_second_import_changes_nothing_and_samples_can_be_taken_out_again()
    {
        using var folder = new TemporaryFolder();
        // Without a path: the folder in the settings, which is seeds/ when run from source.
        var first = await ArchiveProcess.RunAsync(folder, "import", "--json");
        var second = await ArchiveProcess.RunAsync(folder, "import", Seeds);
        var removed = await ArchiveProcess.RunAsync(folder, "import", "--remove-samples");

        Assert.Equal((0, 0, 0), (first.ExitCode, second.ExitCode, removed.ExitCode));
        using var document = JsonDocument.Parse(first.Output);
        Assert.Equal(35, document.RootElement.GetProperty("totals").GetProperty("posts").GetProperty("added").GetInt32());
        Assert.True(document.RootElement.GetProperty("changedAnything").GetBoolean());
        Assert.Contains("38 posts (0 new, 0 superseded, 38 unchanged, 0 shorter)", second.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing changed.", second.Output, StringComparison.Ordinal);
        Assert.Equal("35 sample posts removed\n", removed.Output);
    }

    [Fact]
    public async Task A_path_counts_from_the_current_directory_and_a_bad_file_does_not_stop_the_good()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["new"]);
        await File.WriteAllTextAsync(folder["new/good.txt"], "Uyghur News (January 2 – 4, 2019)\n\nOne headline stands here\n\nAnd here another\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder["new/\e[31mbad\n.txt"], "", TestContext.Current.CancellationToken);

        var archive = await ArchiveProcess.RunAsync(folder, "import", "new");

        Assert.Equal(1, archive.ExitCode);
        Assert.Contains("good.txt: imported; 5 lines, 1 post (1 new", archive.Output, StringComparison.Ordinal);
        Assert.Contains(@"\u001b[31mbad\u000a.txt: refused", archive.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', archive.All);
    }

    [Fact]
    public async Task A_path_that_is_not_there_is_refused_by_name()
    {
        using var folder = new TemporaryFolder();
        var archive = await ArchiveProcess.RunAsync(folder, "import", "nowhere.txt");
        Assert.Equal(1, archive.ExitCode);
        Assert.Contains("nowhere.txt: refused", archive.Output, StringComparison.Ordinal);
    }

    [Trait("Store", "Sqlite")]
    [Theory]
    [InlineData("archive.db")]
    [InlineData("archive.db/inside.db")]
    public async Task A_store_that_cannot_be_used_is_said_in_a_line(string store)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["archive.db"], new string('x', 4096), TestContext.Current.CancellationToken);

        var archive = await ArchiveProcess.RunAsync(folder, "import", Seeds, $"--ConnectionStrings:Archive=Data Source={folder[store]}");

        Assert.Equal(1, archive.ExitCode);
        Assert.Equal("", archive.Output);
        Assert.Matches(@"\Aarchive: the store .*archive\.db.* cannot be used: .+\n\z", archive.Errors);
    }

    [Fact]
    public async Task An_import_that_is_stopped_keeps_what_is_done_and_goes_on_when_run_again()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["many"]);
        var day = new DateOnly(2015, 1, 1);
        for (var i = 0; i < 300; i++)
        {
            var title = $"Uyghur News ({day.AddDays(i).ToString("MMMM d, yyyy", CultureInfo.InvariantCulture)})";
            await File.WriteAllTextAsync(folder[$"many/{i:0000}.txt"], $"{title}\n\nHeadline of day {i}\n", TestContext.Current.CancellationToken);
        }

        using var archive = ArchiveProcess.Start(folder, "import", "many");
        await archive.WaitForAsync(new Regex("3 of 300", RegexOptions.None, TimeSpan.FromSeconds(1)));
        var stopped = await archive.StopAsync();
        var again = await ArchiveProcess.RunAsync(folder, "import", "many");

        Assert.Equal(1, stopped.ExitCode);
        Assert.Contains("stopped between two files", stopped.Errors, StringComparison.Ordinal);
        Assert.Equal(0, again.ExitCode);
        var done = Regex.Count(stopped.Output, ": imported; ", RegexOptions.None, TimeSpan.FromSeconds(1));
        Assert.InRange(done, 3, 299);
        Assert.Contains($"300 posts ({300 - done} new, 0 superseded, {done} unchanged", again.Output, StringComparison.Ordinal);
    }
}
