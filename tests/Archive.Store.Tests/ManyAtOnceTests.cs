namespace Archive.Store.Tests;

public sealed class ManyAtOnceTests
{
    [Fact]
    public async Task Importers_that_run_at_once_make_the_archive_that_one_makes()
    {
        await using var alone = ArchiveOnDisk.Create();
        await alone.ImportAsync(SeedFolders.Samples);
        await using var archive = ArchiveOnDisk.Create();
        var reports = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => archive.ImportAsync(SeedFolders.Samples))));

        Assert.All(reports, report => Assert.Equal(0, report.ExitCode));
        Assert.Equal(35, reports.Sum(report => report.Posts.Added));
        Assert.Equal(await PublicContent.OfAsync(alone), await PublicContent.OfAsync(archive));
    }

    [Fact]
    public async Task An_import_that_is_cancelled_keeps_the_files_before_whole()
    {
        await using var archive = ArchiveOnDisk.Create();
        using var cancel = new CancellationTokenSource();
        var stop = new After(2, cancel.Cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => archive.Importer().RunAsync(new([SeedFolders.Samples]), stop, cancel.Token));

        await using var context = archive.Context();
        Assert.Equal(["000.txt", "001.txt"], await context.Sources.Select(source => source.FileName).OrderBy(name => name).ToListAsync(TestContext.Current.CancellationToken));
        await archive.ImportAsync(SeedFolders.Samples);
        Assert.Equal(35, await context.Posts.CountAsync(TestContext.Current.CancellationToken));
    }

    private sealed class After(int files, Action act) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.FilesDone == files)
            {
                act();
            }
        }
    }
}
