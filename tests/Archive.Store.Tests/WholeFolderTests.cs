namespace Archive.Store.Tests;

public sealed class WholeFolderTests
{
    public static TheoryData<string> Folders => ["samples", "real"];

    [Theory, MemberData(nameof(Folders))]
    public async Task Importing_twice_changes_nothing(string which)
    {
        await using var archive = ArchiveOnDisk.Create();
        var first = await archive.ImportAsync(Folder(which));
        var content = await PublicContent.OfAsync(archive);
        var second = await archive.ImportAsync(Folder(which));

        Assert.True(first.ChangedAnything);
        Assert.False(second.ChangedAnything);
        Assert.Equal(first.Lines, second.Lines);
        Assert.Equal(second.Posts.Posts, second.Posts.Unchanged);
        Assert.Equal(content, await PublicContent.OfAsync(archive));
    }

    [Theory, MemberData(nameof(Folders))]
    public async Task Three_posts_stand_in_two_files_and_are_stored_once_with_two_provenances(string which)
    {
        await using var archive = ArchiveOnDisk.Create();
        var report = await archive.ImportAsync(Folder(which));
        await using var context = archive.Context();

        Assert.Equal(0, report.ExitCode);
        Assert.Equal((38, 35), (report.Posts.Posts, report.Posts.Added));
        Assert.Equal(35, await context.Posts.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(188, await context.Headlines.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(3, await context.Posts.CountAsync(post => post.Provenances.Count == 2, TestContext.Current.CancellationToken));
    }

    [Theory, MemberData(nameof(Folders))]
    public async Task Any_order_of_files_gives_the_same_archive(string which)
    {
        var files = Directory.GetFiles(Folder(which), "*.txt").Order(StringComparer.Ordinal).ToArray();
        string? expected = null;
        var shuffle = new Random(20210129);
        for (var round = 0; round < 6; round++)
        {
            await using var archive = ArchiveOnDisk.Create();
            if (round % 2 == 0)
            {
                await archive.ImportAsync(files);
            }
            else
            {
                foreach (var file in files)
                {
                    await archive.ImportAsync(file);
                }
            }
            var content = await PublicContent.OfAsync(archive);
            expected ??= content;
            Assert.Equal(expected, content);
            shuffle.Shuffle(files);
        }
    }

    [Fact]
    public async Task A_real_page_takes_the_place_of_its_sample_at_the_same_address()
    {
        SeedFolders.NeedRealPages();
        await using var archive = ArchiveOnDisk.Create();
        await archive.ImportAsync(SeedFolders.Samples);
        var samples = await AddressesAsync(archive);
        await archive.ImportAsync(SeedFolders.RealPages);
        var real = await AddressesAsync(archive);
        var content = await PublicContent.OfAsync(archive);

        Assert.Equal(samples, real);
        Assert.DoesNotContain("sample=True", content, StringComparison.Ordinal);

        var again = await archive.ImportAsync(SeedFolders.Samples);
        Assert.False(again.ChangedAnything);
        Assert.Equal(content, await PublicContent.OfAsync(archive));

        await using var alone = ArchiveOnDisk.Create();
        await alone.ImportAsync(SeedFolders.RealPages);
        Assert.Equal(await PublicContent.OfAsync(alone), content);
    }

    [Fact]
    public async Task Clearing_the_samples_leaves_nothing_of_them()
    {
        await using var archive = ArchiveOnDisk.Create();
        var report = await archive.ImportAsync(SeedFolders.Samples);
        var removed = await archive.Importer().RemoveSamplesAsync(TestContext.Current.CancellationToken);
        await using var context = archive.Context();

        Assert.Equal(report.Posts.Added, removed);
        Assert.Equal("", await PublicContent.OfAsync(archive));
        Assert.False(await context.Outlets.AnyAsync(TestContext.Current.CancellationToken));
        Assert.False(await context.SourceChunks.AnyAsync(TestContext.Current.CancellationToken));
    }

    private static string Folder(string which)
    {
        if (which == "samples")
        {
            return SeedFolders.Samples;
        }
        SeedFolders.NeedRealPages();
        return SeedFolders.RealPages;
    }

    private static async Task<string> AddressesAsync(ArchiveOnDisk archive)
    {
        await using var context = archive.Context();
        var posts = await context.Posts.NewestFirst().Include(post => post.Headlines.OrderBy(headline => headline.Position)).ToListAsync();
        return string.Join('\n', posts.Select(post => $"{Permalink.Post(post)} {string.Join(',', post.Headlines.Select(headline => headline.PublicId))}"));
    }
}
