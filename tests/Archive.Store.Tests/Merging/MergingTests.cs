using Archive.Store.Editing;
using Archive.Store.History;
using Archive.Store.History.Auditing;
using Archive.Store.Merging;
using Archive.Store.Removal;
using Archive.Store.Tests.Removal;
using Archive.Store.Undoing;

namespace Archive.Store.Tests.Merging;

/// <summary>Two posts that an editor makes one, and what imports and undoing do with them.</summary>
public sealed class MergingTests
{
    private const string Long = """
        Links for 14 March 2021

        Garment workers walk out – Radio Free Asia – https://example.org/garment
        Curfew lifted after a month
        Ferry workers strike over night shifts – https://example.org/ferry
        """;

    private const string Short = """
        Links for 15 March 2021

        Tea growers march to the capital – https://example.org/tea
        Walk-out of garment workers – https://www.example.org/garment?utm_source=mail
        Curfew lifted, after a month! – The Guardian – https://example.org/curfew
        Museum opens a second wing
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_posts_become_one_and_taken_apart_each_is_what_it_was()
    {
        await using var archive = await WithBothAsync();
        var (kept, other) = await BothAsync(archive);
        var (rows, search) = (await RemovalTests.DumpAsync(archive, andRevisions: false), await FoundAsync(archive));

        Assert.Equal(MergeOutcome.Done, (await MergeAsync(archive, kept, other)).Outcome);
        Assert.Equal(MergeOutcome.Done, (await MergeAsync(archive, kept, other)).Outcome);

        await using (var context = archive.Context())
        {
            var now = (await SeenPost.ReadAsync(context, kept.Id, Stop))!.State;
            Assert.Equal([.. kept.State.Headlines.Select(Said), Said(other.State.Headlines[0]), Said(other.State.Headlines[3])], now.Headlines.Select(Said));
            // What it lacked it has from the other.
            Assert.Equal(("https://example.org/curfew", "The Guardian"), (now.Headlines[1].Url, now.Headlines[1].Outlet));
            var gone = await context.RemovedPosts.Include(post => post.Headlines).SingleAsync(Stop);
            Assert.Equal((RemovedState.Merged, kept.Id, other.Address), (gone.State, gone.MergedInto, gone.Address));
            var moved = gone.Headlines.ToDictionary(headline => headline.PublicId, headline => headline.MovedTo);
            Assert.Equal([other.State.Headlines[0].Id, kept.State.Headlines[0].Id, kept.State.Headlines[1].Id, other.State.Headlines[3].Id], other.State.Headlines.Select(headline => moved[headline.Id]));
            var corrected = Assert.Single(await Corrections.ReadAsync(context, 9, cancellation: Stop));
            Assert.Equal((kept.Address, $"“{other.State.Title}” became part of this. The same list twice."), (corrected.Address, corrected.Reason));
            Assert.Equal([kept.Id, other.Id], await context.Revisions.OrderBy(row => row.PostId).Select(row => row.PostId).ToListAsync(Stop));
            Assert.Equal(1, await context.AuditRecords.CountAsync(record => record.Action == "merge", Stop));
            // Every headline is found on its line in both files.
            var lines = await context.Provenances.OrderBy(row => row.SourceId).Where(row => row.PostId == kept.Id).Select(row => row.HeadlineLines).ToListAsync(Stop);
            Assert.Equal([[3, 4, 5, 0, 0], [4, 5, 0, 3, 6]], lines);
        }
        Assert.Equal(RemovalOutcome.Done, (await new PostRemovals(archive.Factory, TimeProvider.System).PutBackAsync(other.Id, "test", cancellation: Stop)).Outcome);

        Assert.Equal((kept.Seal, other.Seal), (await SealAsync(archive, kept.Id), await SealAsync(archive, other.Id)));
        Assert.Equal(rows, await RemovalTests.DumpAsync(archive, andRevisions: false));
        Assert.Equal(search, await FoundAsync(archive));
        await using var last = archive.Context();
        Assert.Equal((0, 0, 0), (await last.RemovedHeadlines.CountAsync(Stop), await last.FormerHeadlines.CountAsync(Stop), await last.FormerAddresses.CountAsync(Stop)));
        Assert.Equal(["merge", "take apart"], await last.Revisions.Where(row => row.PostId == kept.Id).OrderBy(row => row.Number).Select(row => row.Action).ToListAsync(Stop));
        Assert.Empty((await new AuditVerification(archive.Factory).RunAsync([], cancellation: Stop)).Findings);
    }

    [Fact]
    public async Task No_import_brings_back_what_became_part_of_another()
    {
        await using var archive = await WithBothAsync();
        var (kept, other) = await BothAsync(archive);
        await MergeAsync(archive, kept, other);
        var seal = await SealAsync(archive, kept.Id);

        string[] later =
        [
            Path.Combine(archive.Seeds, "short.txt"),
            archive.Seed("again.txt", Short + "\n"),
            archive.Seed("fuller.txt", Short + "\nChoir sings in the rain\nBakers ask for cheaper flour\n"),
            archive.Seed("both.txt", $"{Long}\n\n{Short}\n"),
        ];
        foreach (var file in later)
        {
            var report = await archive.ImportAsync(file);
            Assert.Equal((0, 0), (report.Posts.Added, report.Posts.Superseded));
            await using var context = archive.Context();
            Assert.Equal(kept.Id, (await context.Posts.SingleAsync(Stop)).Id);
            Assert.Equal(seal, await SealAsync(archive, kept.Id));
        }
        // Nor when the post that it became part of is in the trash.
        await new PostRemovals(archive.Factory, TimeProvider.System).TrashAsync(kept.Id, "test", null, Stop);
        Assert.Equal((0, 1), ((await archive.ImportAsync(archive.Seed("once-more.txt", Short + "\n\n"))).Posts is var posts ? (posts.Added, posts.Removed) : default));
        await using var last = archive.Context();
        Assert.Equal(0, await last.Revisions.CountAsync(Stop));
        Assert.Equal(RemovalOutcome.Hindered, (await new PostRemovals(archive.Factory, TimeProvider.System).PutBackAsync(other.Id, "test", cancellation: Stop)).Outcome);
        Assert.Empty((await new AuditVerification(archive.Factory).RunAsync([], cancellation: Stop)).Findings);
    }

    [Fact]
    public async Task What_was_changed_since_stays_changed_when_posts_are_taken_apart()
    {
        await using var archive = await WithBothAsync();
        var (kept, other) = await BothAsync(archive);
        await MergeAsync(archive, kept, other);
        await using var context = archive.Context();
        var joint = (await SeenPost.ReadAsync(context, kept.Id, Stop))!;
        var mended = joint.State with
        {
            Place = "Kashgar",
            Headlines = [.. joint.State.Headlines.Select(headline => headline.Id == kept.State.Headlines[2].Id ? headline with { Text = "Mended in the kept one" }
                : headline.Id == other.State.Headlines[3].Id ? headline with { Text = "Mended in the other" } : headline)],
        };
        Assert.Equal(MergeOutcome.Stale, (await MergeAsync(archive, kept with { Seal = other.Seal }, joint with { Id = kept.Id })).Outcome);
        await new PostEditor(archive.Factory, TimeProvider.System).SaveAsync(kept.Id, joint.Seal, mended, new("account 8", "correct"), Stop);

        Assert.Equal(RemovalOutcome.Done, (await new PostRemovals(archive.Factory, TimeProvider.System).PutBackAsync(other.Id, "test", cancellation: Stop)).Outcome);

        var (one, two) = ((await SeenPost.ReadAsync(context, kept.Id, Stop))!.State, (await SeenPost.ReadAsync(context, other.Id, Stop))!.State);
        Assert.Equal(("Kashgar", 3, "Mended in the kept one"), (one.Place, one.Headlines.Count, one.Headlines[2].Text));
        Assert.Equal((null, null), (one.Headlines[1].Url, one.Headlines[1].Outlet));
        Assert.Equal((4, "Mended in the other"), (two.Headlines.Count, two.Headlines[3].Text));
        Assert.Equal(other.State.Headlines.Select(headline => headline.Id), two.Headlines.Select(headline => headline.Id));
        Assert.Empty((await new AuditVerification(archive.Factory).RunAsync([], cancellation: Stop)).Findings);
    }

    [Fact]
    public async Task What_a_thief_merged_is_taken_apart_with_everything_else_and_stale_posts_are_not_merged()
    {
        await using var archive = await WithBothAsync();
        var (kept, other) = await BothAsync(archive);
        var since = TimeProvider.System.GetUtcNow().UtcDateTime;
        Assert.Equal(MergeOutcome.Stale, (await MergeAsync(archive, kept, other with { Seal = kept.Seal })).Outcome);
        Assert.Equal(MergeOutcome.Refused, (await MergeAsync(archive, kept, kept)).Outcome);
        Assert.Equal(MergeOutcome.Gone, (await MergeAsync(archive, kept, other with { Id = 987 })).Outcome);
        await MergeAsync(archive, kept, other, "account 7");

        var undone = await new AccountUndo(archive.Factory, TimeProvider.System).RunAsync("account 7", since, dryRun: false, "test", cancellation: Stop);

        Assert.Equal((2, 0), (undone.Done, undone.Count(UndoStep.Left)));
        Assert.Equal((kept.Seal, other.Seal), (await SealAsync(archive, kept.Id), await SealAsync(archive, other.Id)));
        Assert.Empty((await new AuditVerification(archive.Factory).RunAsync([], cancellation: Stop)).Findings);
    }

    [Fact]
    public async Task What_was_corrected_before_two_mergings_is_told_where_it_is_read_in_the_end()
    {
        await using var archive = await WithBothAsync();
        var (kept, other) = await BothAsync(archive);
        var mended = await new PostEditor(archive.Factory, TimeProvider.System).SaveAsync(other.Id, other.Seal, other.State with { Place = "Geneva" }, new("account 1", "correct"), Stop);
        await MergeAsync(archive, kept, mended.Post!);
        await archive.ImportAsync(archive.Seed("third.txt", "Links for 16 March 2021\n\nHerons at the weir\n"));
        await using var context = archive.Context();
        var third = (await SeenPost.ReadAsync(context, await context.Posts.Where(post => post.Id != kept.Id).Select(post => post.Id).SingleAsync(Stop), Stop))!;

        Assert.Equal(MergeOutcome.Done, (await MergeAsync(archive, third, (await SeenPost.ReadAsync(context, kept.Id, Stop))!)).Outcome);

        var told = await Corrections.ReadAsync(context, 9, cancellation: Stop);
        Assert.Equal(3, told.Count);
        Assert.All(told, correction => Assert.Equal((third.Address, third.State.Title), (correction.Address, correction.Title)));
    }

    private static string Said(HeadlineSnapshot headline) => $"{headline.Id} {headline.Text}";

    private static Task<MergeResult> MergeAsync(ArchiveOnDisk archive, SeenPost kept, SeenPost other, string actor = "account 1") =>
        new PostMerging(archive.Factory, TimeProvider.System).RunAsync((kept.Id, kept.Seal), (other.Id, other.Seal), "The same list twice.", actor, Stop);

    private static async Task<ArchiveOnDisk> WithBothAsync()
    {
        var archive = ArchiveOnDisk.Create();
        await archive.ImportAsync(archive.Seed("long.txt", Long));
        await archive.ImportAsync(archive.Seed("short.txt", Short));
        return archive;
    }

    private static async Task<(SeenPost Kept, SeenPost Other)> BothAsync(ArchiveOnDisk archive)
    {
        await using var context = archive.Context();
        var ids = await context.Posts.OrderBy(post => post.SortDay).Select(post => post.Id).ToListAsync(Stop);
        Assert.Equal(2, ids.Count);
        return ((await SeenPost.ReadAsync(context, ids[0], Stop))!, (await SeenPost.ReadAsync(context, ids[1], Stop))!);
    }

    private static async Task<string?> SealAsync(ArchiveOnDisk archive, long id)
    {
        await using var context = archive.Context();
        return (await SeenPost.ReadAsync(context, id, Stop))?.Seal;
    }

    private static async Task<string[]> FoundAsync(ArchiveOnDisk archive) =>
        [.. (await archive.SearchAsync(new() { Query = "workers" })).Headlines.Select(found => $"{found.PublicId} {found.Place}").Order(StringComparer.Ordinal)];
}
