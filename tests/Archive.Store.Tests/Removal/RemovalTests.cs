using Archive.Store.History.Auditing;
using Archive.Store.Removal;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Store.Tests.Removal;

/// <summary>A post that is taken out, and put back as it was.</summary>
public sealed class RemovalTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_kind_of_post_comes_back_it_is_what_it_was()
    {
        await using var archive = ArchiveOnDisk.Create();
        await archive.ImportAsync(SeedFolders.Samples);
        await archive.ImportAsync(archive.Seed("a.txt", "Lake News (January 4, 2020)\n\nA headline of that day\n"));
        await archive.ImportAsync(archive.Seed("b.txt", "Lake News (January 4, 2020)\n\nA headline of that day\n\nAnother one\n"));
        var (before, seals) = (await DumpAsync(archive), await SealsAsync(archive));
        var removals = Removals(archive);
        var ids = seals.Keys.Order().ToList();

        foreach (var id in ids)
        {
            Assert.Equal(RemovalOutcome.Done, (await removals.TrashAsync(id, "test", null, Stop)).Outcome);
            Assert.Equal(RemovalOutcome.NothingToDo, (await removals.TrashAsync(id, "test", null, Stop)).Outcome);
        }
        await using (var empty = archive.Context())
        {
            Assert.Equal((0, 0, 0, 0, 0), (await empty.Revisions.CountAsync(Stop), await empty.Posts.CountAsync(Stop), await empty.Headlines.CountAsync(Stop), await empty.SearchPostings.CountAsync(Stop), await empty.MonthTotals.CountAsync(Stop)));
            Assert.Equal(ids.Count, await empty.RemovedPosts.CountAsync(Stop));
            Assert.Equal(ids[^1] + 1, await empty.NextIdAsync<Post>(Stop));
        }
        Assert.Empty(await FindingsAsync(archive));
        foreach (var id in Enumerable.Reverse(ids))
        {
            Assert.Equal(RemovalOutcome.Done, (await removals.PutBackAsync(id, "test", cancellation: Stop)).Outcome);
        }

        Assert.Equal(seals, await SealsAsync(archive));
        Assert.Equal(before, await DumpAsync(archive));
        Assert.Empty(await FindingsAsync(archive));
        await using var context = archive.Context();
        Assert.Equal(0, await context.RemovedHeadlines.CountAsync(Stop) + await context.RemovedCopies.CountAsync(Stop) + await context.RemovedContents.CountAsync(Stop));
    }

    [Fact]
    public async Task No_import_brings_back_what_was_removed_and_none_of_its_lines_is_lost()
    {
        await using var archive = ArchiveOnDisk.Create();
        const string digest = "Lake News (January 4, 2020)\n\nA headline of that day\n\nA second headline of it\n\nA third\n";
        var seed = archive.Seed("a.txt", digest);
        await archive.ImportAsync(seed);
        var (id, address) = await OnlyAsync(archive);
        var before = await SealsAsync(archive);
        await Removals(archive).WithdrawAsync(id, "test", "It was false.", Stop);

        Assert.Equal(1, (await archive.ImportAsync(seed)).Posts.Unchanged);
        var fuller = await archive.ImportAsync(archive.Seed("b.txt", digest + "\nA fourth\n\nRiver News (January 4, 2020)\n\nA headline on the river\n"));
        var another = await archive.ImportAsync(archive.Seed("c.txt", "Lake News (January 4, 2020)\n\nSomething else altogether\n\nOn the same day\n\nUnder the same title\n"));

        Assert.Equal((1, 1, 0), (fuller.Posts.Removed, fuller.Posts.Added, fuller.Lines.SetAside));
        Assert.Contains("was withdrawn on", Assert.Single(fuller.Files[0].Notes), StringComparison.Ordinal);
        Assert.Equal(1, another.Posts.Added);
        await using (var context = archive.Context())
        {
            // A post of its own: the place of the other is not free.
            Assert.Equal($"{address}-2", Permalink.Post(await context.Posts.SingleAsync(post => post.Title.StartsWith("Lake"), Stop)));
            var source = await context.Sources.SingleAsync(one => one.FileName == "b.txt", Stop);
            var lines = await SourceLines.ReadAsync(context, source.Id, 1, source.LineCount, Stop);
            Assert.Equal(["A headline on the river"], lines.Where(line => line.Text.Contains("headline", StringComparison.Ordinal)).Select(line => line.Text));
            Assert.True(lines[0].IsWithheld);
        }
        Assert.Equal(RemovalOutcome.Done, (await Removals(archive).PutBackAsync(id, "test", cancellation: Stop)).Outcome);

        Assert.Equal(before[id], (await SealsAsync(archive))[id]);
        await using var back = archive.Context();
        Assert.Equal(2, await back.Provenances.CountAsync(from => from.PostId == id, Stop));
        Assert.Equal(4, (await SourceLines.ReadAsync(back, (await back.Sources.SingleAsync(one => one.FileName == "b.txt", Stop)).Id, 1, 99, Stop)).Count(line => line.Text.Contains("headline", StringComparison.Ordinal) || line.Text.Contains("A third", StringComparison.Ordinal)));
        Assert.Empty(await FindingsAsync(archive));
    }

    [Fact]
    public async Task After_thirty_days_the_text_is_destroyed_and_what_readers_are_told_stays()
    {
        await using var archive = ArchiveOnDisk.Create();
        await archive.ImportAsync(archive.Seed("a.txt", "Lake News (January 4, 2020)\n\nA headline of that day\n"));
        var (id, address) = await OnlyAsync(archive);
        await Removals(archive).WithdrawAsync(id, "test", "It was false.", Stop);
        var day = TimeProvider.System.GetUtcNow();

        Assert.Equal(0, await new Destruction(archive.Factory, new At(day.AddDays(29))).RunAsync(Stop));
        Assert.Equal(1, await new Destruction(archive.Factory, new At(day.AddDays(31))).RunAsync(Stop));
        Assert.Equal(0, await new Destruction(archive.Factory, new At(day.AddDays(31))).RunAsync(Stop));

        Assert.Equal(RemovalOutcome.TooLate, (await Removals(archive).PutBackAsync(id, "test", cancellation: Stop)).Outcome);
        await using var context = archive.Context();
        var removed = await context.RemovedPosts.SingleAsync(Stop);
        Assert.Equal((address, "It was false.", RemovedState.Withdrawn), (removed.Address, removed.Reason, removed.State));
        var content = await context.RemovedContents.SingleAsync(Stop);
        Assert.Equal((null, null), (content.Rows, content.Title));
        Assert.Equal(1, (await archive.ImportAsync(archive.Seed("b.txt", "Lake News (January 4, 2020)\n\nA headline of that day\n\nAnother\n"))).Posts.Removed);
        Assert.Empty(await FindingsAsync(archive));
    }

    [Fact]
    public void Every_table_that_goes_with_a_post_is_carried()
    {
        using var folder = new TemporaryFolder();
        var services = StoreRegistration.OpenArchiveStore("test", "sqlite:x.db", null, folder.Path);
        using var archive = services.GetRequiredService<IDbContextFactory<ArchiveContext>>().CreateDbContext();
        var carried = HangingRows.HangingOn(archive.Model).Select(key => key.DeclaringEntityType.ClrType.Name).Order();
        // Whatever hangs on these in turn would be lost with them.
        Assert.DoesNotContain(HangingRows.HangingOn(archive.Model).Select(key => key.DeclaringEntityType).Where(table => table.ClrType != typeof(Headline))
            .SelectMany(table => table.GetReferencingForeignKeys()), key => key.DeleteBehavior == DeleteBehavior.Cascade);
        Assert.Contains("Headline", carried);
        Assert.Contains("PostCategory", carried);
    }

    private static PostRemovals Removals(ArchiveOnDisk archive) => new(archive.Factory, TimeProvider.System);

    private static async Task<(long Id, string Address)> OnlyAsync(ArchiveOnDisk archive)
    {
        await using var context = archive.Context();
        var post = await context.Posts.SingleAsync(Stop);
        return (post.Id, Permalink.Post(post));
    }

    private static async Task<Dictionary<long, string?>> SealsAsync(ArchiveOnDisk archive)
    {
        await using var context = archive.Context();
        var there = await context.Posts.Select(post => post.Id).ToListAsync(Stop);
        return (await context.AuditedPosts.Where(row => there.Contains(row.PostId)).OrderBy(row => row.Id).ToListAsync(Stop)).GroupBy(row => row.PostId).ToDictionary(group => group.Key, group => group.Last().After);
    }

    // Every row of every table that says something of posts; numbers that nothing refers to are left out.
    internal static async Task<string> DumpAsync(ArchiveOnDisk archive, bool andRevisions = true)
    {
        await using var context = archive.Context();
        var posts = await context.Posts.AsNoTracking().OrderBy(post => post.Id).ToListAsync(Stop);
        var rows = await new HangingRows(context).ReadAsync([.. posts.Select(post => post.Id)], Stop);
        var provenances = await context.Provenances.AsNoTracking().OrderBy(row => row.PostId).ThenBy(row => row.SourceId).ThenBy(row => row.LineFirst).ToListAsync(Stop);
        var stories = await context.StoryMembers.AsNoTracking().OrderBy(row => row.HeadlineId).Select(row => $"{row.HeadlineId} {row.StoryId}").ToListAsync(Stop);
        var text = string.Join('\n', rows.OrderBy(pair => pair.Key).Select(pair => string.Join('\n', pair.Value.OrderBy(table => table.Key, StringComparer.Ordinal)
            .Select(table => string.Join('\n', table.Value!.AsArray().Select(row => Numberless(table.Key, row!.AsObject(), andRevisions)).Order(StringComparer.Ordinal))))));
        var revisions = await context.Revisions.AsNoTracking().Where(_ => andRevisions).OrderBy(row => row.Id).Select(row => $"{row.Id} {row.PostId} {row.Number} {row.Snapshot}").ToListAsync(Stop);
        Assert.Equal(andRevisions, revisions.Count > 0);
        return text + string.Join('\n', revisions) + string.Join('\n', provenances.Select(row => $"{row.PostId} {row.SourceId} {row.LineFirst} {string.Join(',', row.HeadlineLines)} {string.Join(',', row.CategoryIds)}")) + string.Join('\n', stories);
    }

    private static string Numberless(string table, System.Text.Json.Nodes.JsonObject row, bool andRevisions)
    {
        if (!andRevisions)
        {
            // That it was corrected, and when, goes with them.
            row.Remove(nameof(Post.CorrectedAt));
        }
        if (table is not ("Post" or "Headline"))
        {
            row.Remove("Id");
        }
        return table + row.ToJsonString();
    }

    private static async Task<IReadOnlyList<string>> FindingsAsync(ArchiveOnDisk archive) => (await new AuditVerification(archive.Factory).RunAsync([], cancellation: Stop)).Findings;

    private sealed class At(DateTimeOffset moment) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => moment;
    }
}
