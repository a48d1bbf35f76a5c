using Archive.Store.History.Auditing;
namespace Archive.Store.Tests;

/// <summary>A headline's id is made from its post's key and its wording; where another headline has it by chance, from a little more.</summary>
public sealed class HeadlineIdTests
{
    private const string Uyghur = "Uyghur News (Wednesday – Friday, January 27 – 29, 2021)";
    private const string Tibet = "Tibet News (Monday – Tuesday, January 25 – 26, 2021)";

    [Fact]
    public async Task A_headline_whose_id_another_has_by_chance_gets_one_of_its_own()
    {
        await using var archive = ArchiveOnDisk.Create();
        await archive.ImportAsync(archive.Seed("uyghur.txt", Page(Uyghur)));
        var free = await IdsOfAsync(archive, Uyghur);
        await using var other = ArchiveOnDisk.Create();
        await other.ImportAsync(other.Seed("tibet.txt", Page(Tibet)));
        await using (var write = await ArchiveWrite.BeginAsync(other.Factory, TestContext.Current.CancellationToken))
        {
            await write.Archive.Headlines.Where(headline => headline.Position == 0)
                .ExecuteUpdateAsync(row => row.SetProperty(headline => headline.PublicId, free[1]), TestContext.Current.CancellationToken);
            await write.CommitAsync(AuditEntry.OfCommand("test"));
        }

        var report = await other.ImportAsync(other.Seed("uyghur.txt", Page(Uyghur)));
        var ids = await IdsOfAsync(other, Uyghur);

        Assert.Equal(0, report.ExitCode);
        Assert.Equal(1, report.Posts.Added);
        Assert.Equal((free[0], free[2]), (ids[0], ids[2]));
        Assert.NotEqual(free[1], ids[1]);
        Assert.Equal(free[1], (await IdsOfAsync(other, Tibet))[0]);
    }

    private static async Task<List<string>> IdsOfAsync(ArchiveOnDisk archive, string title)
    {
        await using var context = archive.Context();
        return await context.Headlines.Where(headline => headline.Post!.Title == title).OrderBy(headline => headline.Position)
            .Select(headline => headline.PublicId).ToListAsync(TestContext.Current.CancellationToken);
    }

    private static string Page(string title) =>
        $"Category Archives: human dignity\n\n{title}\n\nBiden shows his hawkish side on China\n\nUK must do more to prevent genocide\n\nKeeping China accountable for Xinjiang\n";
}
