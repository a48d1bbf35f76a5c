namespace Archive.Web.Tests.Commands;

/// <summary>`archive withdraw`, `archive put-back` and `archive undo`.</summary>
public sealed class UndoTests
{
    [Fact]
    public async Task A_post_is_withdrawn_and_put_back_and_an_import_is_undone()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["a.txt"], "Lake News (January 4, 2020)\n\nA headline of that day\n", TestContext.Current.CancellationToken);
        Assert.Equal(0, (await ArchiveProcess.RunAsync(folder, "import", folder["a.txt"])).ExitCode);

        var withdrawn = await ArchiveProcess.RunAsync(folder, "withdraw", "https://archive.example/2020/01/04/lake-news", "--reason", "It was false.");
        Assert.Equal((0, "/2020/01/04/lake-news withdrawn\n", ""), (withdrawn.ExitCode, withdrawn.Output, withdrawn.Errors));
        var back = await ArchiveProcess.RunAsync(folder, "put-back", "/2020/01/04/lake-news");
        Assert.Equal((0, "/2020/01/04/lake-news put back\n"), (back.ExitCode, back.Output));
        Assert.Equal(1, (await ArchiveProcess.RunAsync(folder, "withdraw", "/2020/01/05/lake-news", "--reason", "None")).ExitCode);

        Assert.Equal("/2020/01/04/lake-news: moved to the trash\n1 post would be undone, 0 left.\n", (await ArchiveProcess.RunAsync(folder, "undo", "--import", "1", "--dry-run")).Output);
        Assert.Equal("/2020/01/04/lake-news: moved to the trash\n1 post undone, 0 left.\n", (await ArchiveProcess.RunAsync(folder, "undo", "--import", "1")).Output);
        Assert.Contains("1 new", (await ArchiveProcess.RunAsync(folder, "import", folder["a.txt"])).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await ArchiveProcess.RunAsync(folder, "verify")).ExitCode);
        Assert.Equal(2, (await ArchiveProcess.RunAsync(folder, "undo", "--account", "Mira")).ExitCode);
        Assert.Equal(2, (await ArchiveProcess.RunAsync(folder, "undo", "--account", "Mira", "--since", "yesterday")).ExitCode);
    }
}
