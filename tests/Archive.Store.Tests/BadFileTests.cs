using System.Diagnostics;
using System.Text;

namespace Archive.Store.Tests;

public sealed class BadFileTests
{
    private const string Good = "Tibet Digest: 3–5 March 2019\n\nMonastery closed to visitors\n\nNomads moved to towns\n";

    [Theory]
    [InlineData("", "file-empty")]
    [InlineData(" \n\t\n\u00a0\n", "file-blank")]
    [InlineData("%PDF-1.7\n\u0001\u0002\u0003", "file-binary")]
    [InlineData("Tibet Digest: 3–5 March 2019\n\naaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n", "line-too-long")]
    public async Task A_bad_file_is_refused_whole_and_the_others_are_imported(string text, string code)
    {
        await using var archive = ArchiveOnDisk.Create();
        archive.Seed("1-bad.txt", text);
        archive.Seed("2-good.txt", Good);
        var report = await archive.Importer(new(MaxLineBytes: 80)).RunAsync(new([archive.Seeds]), cancellation: TestContext.Current.CancellationToken);
        await using var context = archive.Context();

        Assert.Equal(1, report.ExitCode);
        Assert.Equal([FileOutcome.Refused, FileOutcome.Imported], report.Files.Select(file => file.Outcome));
        Assert.Equal(code, Assert.Single(report.Files[0].Problems).Code);
        Assert.Equal(new LineCounts(), report.Files[0].Lines);
        Assert.Equal("2-good.txt", (await context.Sources.SingleAsync(TestContext.Current.CancellationToken)).FileName);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_before_it_is_read()
    {
        await using var archive = ArchiveOnDisk.Create();
        var path = archive.Seed("huge.txt", "");
        await using (var sparse = File.OpenWrite(path))
        {
            sparse.SetLength(2L * 1024 * 1024 * 1024);
        }
        var report = await archive.ImportAsync(path);

        Assert.Equal("file-too-large", Assert.Single(Assert.Single(report.Files).Problems).Code);
    }

    [Fact]
    public async Task A_folder_of_traps_holds_up_nobody()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Pipes and such links are made the Unix way.");
        await using var archive = ArchiveOnDisk.Create();
        var outside = Path.Combine(archive.Root, "secret.txt");
        await File.WriteAllTextAsync(outside, Good, TestContext.Current.CancellationToken);
        await Process.Start("mkfifo", Path.Combine(archive.Seeds, "pipe.txt")).WaitForExitAsync(TestContext.Current.CancellationToken);
        Directory.CreateDirectory(Path.Combine(archive.Seeds, "folder.txt"));
        File.CreateSymbolicLink(Path.Combine(archive.Seeds, "out.txt"), outside);
        File.CreateSymbolicLink(Path.Combine(archive.Seeds, "out-by-two.txt"), "out.txt");
        File.CreateSymbolicLink(Path.Combine(archive.Seeds, "device.txt"), "/dev/zero");
        File.CreateSymbolicLink(Path.Combine(archive.Seeds, "ring.txt"), "ring.txt");
        File.CreateSymbolicLink(Path.Combine(archive.Seeds, "gone.txt"), "no-such-file");
        File.CreateSymbolicLink(Path.Combine(archive.Seeds, "to-pipe.txt"), "pipe.txt");
        Directory.CreateSymbolicLink(Path.Combine(archive.Seeds, "up"), "..");
        archive.Seed("inner/good \"quoted\"\nname.txt", Good);
        File.CreateSymbolicLink(Path.Combine(archive.Seeds, "within.txt"), Path.Combine("inner", "good \"quoted\"\nname.txt"));
        archive.Seed("README.md", Good);

        var report = await archive.ImportAsync(archive.Seeds).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Equal(
            "device.txt Refused file-link\nfolder.txt Refused file-folder\ngone.txt Refused file-missing\ninner/good \"quoted\"\nname.txt Imported \n"
            + "out-by-two.txt Refused file-link\nout.txt Refused file-link\npipe.txt Refused file-empty\nring.txt Refused file-unreadable\nto-pipe.txt Refused file-empty\nwithin.txt AlreadyThere ",
            string.Join('\n', report.Files.Select(file => $"{file.Path} {file.Outcome} {string.Join(' ', file.Problems.Select(problem => problem.Code))}")));
    }

    [Fact]
    public async Task One_poisoned_file_among_many_stops_none_of_them()
    {
        await using var archive = ArchiveOnDisk.Create();
        for (var i = 1; i <= 60; i++)
        {
            archive.Seed($"{i:000}.txt", Good.Replace("2019", $"{1950 + i}", StringComparison.Ordinal));
        }
        archive.Seed("030-poison.txt", "\0\0\u0001\u0002"u8.ToArray());
        var report = await archive.ImportAsync(archive.Seeds);

        Assert.Equal((60, 1, 1), (report.Posts.Added, report.Files.Count(file => file.Outcome == FileOutcome.Refused), report.ExitCode));
    }

    [Fact]
    public async Task Damaged_bytes_are_imported_reported_and_shown_as_they_came()
    {
        await using var archive = ArchiveOnDisk.Create();
        var text = Encoding.UTF8.GetBytes(Good);
        byte[] damaged = [.. text, .. "\nCaf"u8, 0xe9, .. " in \u0000 Lhasa \u0007 closed\n"u8];
        var report = await archive.ImportAsync(archive.Seed("a.txt", damaged));
        await using var context = archive.Context();
        var source = await context.Sources.SingleAsync(TestContext.Current.CancellationToken);
        var raw = await SourceLines.ReadAsync(context, source.Id, 5, 99, TestContext.Current.CancellationToken);

        Assert.Equal((1, FileOutcome.Imported), (report.ExitCode, Assert.Single(report.Files).Outcome));
        Assert.Equal([(5, "Nomads moved to towns"), (6, ""), (7, "Café in \u2400 Lhasa \u2407 closed")], raw.Select(line => (line.Number, line.Text)));
        var last = await context.Headlines.OrderBy(headline => headline.Position).LastAsync(TestContext.Current.CancellationToken);
        Assert.Matches("^Café in +Lhasa +closed$", last.Text);
    }

    [Fact]
    public async Task A_contradiction_in_the_content_alone_is_no_damage()
    {
        await using var archive = ArchiveOnDisk.Create();
        var report = await archive.ImportAsync(archive.Seed("a.txt", "Uyghur News (Saturday – Sunday, January 30 – February 1, 2021)\n\nBiden shows his hawkish side\n\nKeeping China accountable\n"));

        Assert.Contains(Assert.Single(report.Files).Problems, problem => problem.Code == "weekday-conflict");
        Assert.Equal(0, report.ExitCode);
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public async Task Raw_lines_read_back_in_every_encoding(string encoding, bool mark)
    {
        await using var archive = ArchiveOnDisk.Create();
        var lines = Good.Split('\n').Concat(Enumerable.Range(1, 200).Select(i => $"Ürümqi headline number {i}")).ToArray();
        var writer = Encoding.GetEncoding(encoding);
        await archive.ImportAsync(archive.Seed("a.txt", [.. mark ? writer.GetPreamble() : [], .. writer.GetBytes(string.Join("\r\n", lines))]));
        await using var context = archive.Context();
        var id = (await context.Sources.SingleAsync(TestContext.Current.CancellationToken)).Id;

        Assert.Equal(lines, (await SourceLines.ReadAsync(context, id, 1, lines.Length, TestContext.Current.CancellationToken)).Select(line => line.Text));
        Assert.Equal(lines[60..70], (await SourceLines.ReadAsync(context, id, 61, 70, TestContext.Current.CancellationToken)).Select(line => line.Text));
        Assert.Empty(await SourceLines.ReadAsync(context, id, 100_000, 100_010, TestContext.Current.CancellationToken));
    }
}
