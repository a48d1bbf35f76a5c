namespace Archive.Store.Tests;

/// <summary>What is kept beside the posts so that pages need not count: the edition and the months.</summary>
public sealed class EditionTests
{
    [Fact]
    public async Task Every_change_makes_a_new_edition_and_an_import_that_changes_nothing_makes_none()
    {
        await using var archive = ArchiveOnDisk.Create();
        var empty = await EditionAsync(archive);
        await archive.ImportAsync(SeedFolders.Samples);
        var filled = await EditionAsync(archive);
        await archive.ImportAsync(SeedFolders.Samples);
        var again = await EditionAsync(archive);
        await archive.Importer().RemoveSamplesAsync(TestContext.Current.CancellationToken);

        Assert.Equal(empty + Directory.GetFiles(SeedFolders.Samples, "*.txt").Length, filled);
        Assert.Equal(filled, again);
        Assert.Equal(filled + 1, await EditionAsync(archive));
    }

    [Fact]
    public async Task A_change_that_is_given_up_leaves_edition_and_archive_as_they_were()
    {
        await using var archive = ArchiveOnDisk.Create();
        var before = await EditionAsync(archive);
        await using (var write = await ArchiveWrite.BeginAsync(archive.Factory, TestContext.Current.CancellationToken))
        {
            await write.Archive.BulkInsertAsync([new Outlet { Id = 1, Name = "Lake Post", Slug = "lake-post" }], TestContext.Current.CancellationToken);
        }
        await using var context = archive.Context();

        Assert.Equal(before, await EditionAsync(archive));
        Assert.False(await context.Outlets.AnyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_months_hold_what_counting_finds_after_every_kind_of_change()
    {
        await using var archive = ArchiveOnDisk.Create();
        await archive.ImportAsync(SeedFolders.Samples);
        await CheckMonthsAsync(archive);
        await archive.ImportAsync(archive.Seed("a.txt", "Lake News (Saturday – Monday, January 30 – February 1, 2021)\n\nA first headline\n"));
        await archive.ImportAsync(archive.Seed("b.txt", "Lake News (Thursday, December 31, 1998)\n\nA first headline\n\nAnother\n"));
        await CheckMonthsAsync(archive);
        await archive.Importer().RemoveSamplesAsync(TestContext.Current.CancellationToken);
        await CheckMonthsAsync(archive);
    }

    [Fact]
    public async Task A_row_without_an_id_gets_a_free_one_after_rows_that_brought_theirs()
    {
        await using var archive = ArchiveOnDisk.Create();
        await archive.ImportAsync(SeedFolders.Samples);
        await using var context = archive.Context();
        var highest = await context.Outlets.MaxAsync(outlet => outlet.Id, TestContext.Current.CancellationToken);
        var outlet = new Outlet { Name = "Lake Post", Slug = "lake-post" };
        context.Add(outlet);
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);

        Assert.True(outlet.Id > highest);
    }

    private static async Task<long> EditionAsync(ArchiveOnDisk archive)
    {
        await using var context = archive.Context();
        return await context.Editions.Select(edition => edition.Number).SingleAsync(TestContext.Current.CancellationToken);
    }

    private static async Task CheckMonthsAsync(ArchiveOnDisk archive)
    {
        await using var context = archive.Context();
        var days = await context.Posts.Where(post => post.DateEnd != null).Select(post => post.DateEnd!.Value).ToListAsync(TestContext.Current.CancellationToken);
        var kept = await context.MonthTotals.ToListAsync(TestContext.Current.CancellationToken);

        Assert.NotEmpty(days);
        Assert.Equal(
            days.GroupBy(day => (day.Year, day.Month)).Select(month => (month.Key.Year, month.Key.Month, month.Count())).Order(),
            kept.Select(month => (month.Year, month.Month, month.Posts)).Order());
    }
}
