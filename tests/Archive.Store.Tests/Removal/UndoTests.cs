using Archive.Store.Editing;
using Archive.Store.History.Auditing;
using Archive.Store.Removal;
using Archive.Store.Undoing;

namespace Archive.Store.Tests.Removal;

/// <summary>An import, and everything that an account did, undone (T34).</summary>
public sealed class UndoTests
{
    private const string Thief = "account 7";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hundred_posts_that_an_account_changed_removed_and_published_are_what_they_were_after_one_command()
    {
        await using var archive = ArchiveOnDisk.Create();
        var days = Enumerable.Range(0, 90).Select(day => new DateOnly(2020, 1, 1).AddDays(day)).ToList();
        await archive.ImportAsync(archive.Seed("a.txt", string.Join("\n", days.Select(day => $"Lake News ({day:MMMM d, yyyy})\n\nA headline of {day:MMMM d}\n\nAnother of {day:MMMM d}\n"))));
        var before = await SealsAsync(archive);
        Assert.Equal(90, before.Count);
        var since = TimeProvider.System.GetUtcNow().UtcDateTime;
        var (editor, removals) = (new PostEditor(archive.Factory, TimeProvider.System), new PostRemovals(archive.Factory, TimeProvider.System));
        foreach (var (id, number) in before.Keys.Order().Select((id, number) => (id, number)))
        {
            if (number % 3 != 0)
            {
                await ChangeAsync(archive, editor, id, "Nothing happened", Thief);
            }
            if (number % 3 == 1)
            {
                await ChangeAsync(archive, editor, id, "Nothing happened at all", Thief);
            }
            if (number % 3 != 1)
            {
                await removals.WithdrawAsync(id, Thief, "None.", Stop);
            }
        }
        // Ten that are new, and one that somebody else mended since.
        await archive.Importer().RunAsync(new([archive.Seed("b.txt", string.Join("\n", Enumerable.Range(1, 10).Select(day => $"River News (May {day}, 2020)\n\nA false headline of May {day}\n")))]) { Actor = Thief }, cancellation: Stop);
        var mended = before.Keys.Order().ElementAt(1);
        await ChangeAsync(archive, editor, mended, "Mended by somebody else", "account 8");
        var undo = new AccountUndo(archive.Factory, TimeProvider.System);

        var foreseen = await undo.RunAsync(Thief, since, dryRun: true, "test", cancellation: Stop);
        Assert.Equal((99, 1), (foreseen.Done, foreseen.Count(UndoStep.Left)));
        using var interrupted = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => undo.RunAsync(Thief, since, dryRun: false, "test", new Stopping(interrupted), interrupted.Token));
        var undone = await undo.RunAsync(Thief, since, dryRun: false, "test", cancellation: Stop);

        Assert.InRange(undone.Done, 1, 88);
        var left = Assert.Single(undone.Posts, post => post.Step == UndoStep.Left);
        Assert.Equal((mended, (1, 2), false), (left.Id, left.Changes, left.IsToGo));
        var after = await SealsAsync(archive);
        Assert.NotEqual(before[mended], after[mended]);
        after[mended] = before[mended];
        Assert.Equal(before, after);
        Assert.Empty((await new AuditVerification(archive.Factory).RunAsync([], cancellation: Stop)).Findings);
        Assert.Equal(0, (await undo.RunAsync(Thief, since, dryRun: false, "test", cancellation: Stop)).Done);
    }

    [Fact]
    public async Task What_an_account_imported_is_told_with_what_else_it_did()
    {
        await using var archive = ArchiveOnDisk.Create();
        var since = TimeProvider.System.GetUtcNow().UtcDateTime;
        await archive.Importer().RunAsync(new([archive.Seed("b.txt", "River News (May 1, 2020)\n\nA false headline\n\nRiver News (May 2, 2020)\n\nAnother\n")]) { Actor = Thief }, cancellation: Stop);
        var undo = new AccountUndo(archive.Factory, TimeProvider.System);

        var foreseen = await undo.RunAsync(Thief, since, dryRun: true, "test", cancellation: Stop);
        var undone = await undo.RunAsync(Thief, since, dryRun: false, "test", cancellation: Stop);

        Assert.Equal((2, 2), (foreseen.Count(UndoStep.Removed), undone.Count(UndoStep.Removed)));
        Assert.Empty(await SealsAsync(archive));
    }

    [Fact]
    public async Task An_import_that_was_undone_is_as_if_it_had_not_been_and_can_be_done_again()
    {
        await using var archive = ArchiveOnDisk.Create();
        await archive.ImportAsync(archive.Seed("a.txt", "Lake News (January 4, 2020)\n\nA headline of that day\n\nRiver News (January 5, 2020)\n\nA headline on the river\n"));
        var before = await SealsAsync(archive);
        string[] files = [archive.Seed("b.txt", "Lake News (January 4, 2020)\n\nA headline of that day\n\nAnother\n\nSea News (January 6, 2020)\n\nA headline at sea\n"), archive.Seed("c.txt", "River News (January 5, 2020)\n\nA headline on the river\n")];
        await archive.ImportAsync(files);
        var imported = await SealsAsync(archive);
        var undo = new RunUndo(archive.Factory, TimeProvider.System);
        long id;
        await using (var context = archive.Context())
        {
            var run = await context.ImportRuns.Include(one => one.Files).OrderBy(one => one.Id).LastAsync(Stop);
            Assert.Equal(["b.txt 1 1 0", "c.txt 0 0 1"], run.Files.OrderBy(file => file.Id).Select(file => $"{file.FileName} {file.Added} {file.Superseded} {file.Met}"));
            id = run.Id;
        }

        Assert.Equal(3, (await undo.RunAsync(id, dryRun: true, "test", Stop))!.Done);
        Assert.Equal(imported, await SealsAsync(archive));
        var undone = (await undo.RunAsync(id, dryRun: false, "test", Stop))!;
        Assert.Equal((1, 1, 1, 0), (undone.Count(UndoStep.Removed), undone.Count(UndoStep.Restored), undone.Count(UndoStep.Detached), undone.Count(UndoStep.Left)));
        Assert.Equal(before, await SealsAsync(archive));
        Assert.Null(await undo.RunAsync(id, dryRun: false, "test", Stop));
        await using (var context = archive.Context())
        {
            Assert.Equal((1, 2), (await context.Sources.CountAsync(Stop), await context.Provenances.CountAsync(Stop)));
        }

        var again = await archive.ImportAsync(files);
        Assert.Equal((1, 1, 1), (again.Posts.Added, again.Posts.Superseded, again.Posts.Unchanged));
        Assert.Equal(imported.Values.Order(), (await SealsAsync(archive)).Values.Order());
        await using var last = archive.Context();
        Assert.Equal(0, await last.RemovedPosts.CountAsync(Stop));
        Assert.Empty((await new AuditVerification(archive.Factory).RunAsync([], cancellation: Stop)).Findings);
    }

    private static async Task ChangeAsync(ArchiveOnDisk archive, PostEditor editor, long id, string text, string actor)
    {
        await using var context = archive.Context();
        var seen = (await SeenPost.ReadAsync(context, id, Stop))!;
        var changed = seen.State with { Headlines = [seen.State.Headlines[0] with { Text = text }] };
        Assert.Equal(SaveOutcome.Saved, (await editor.SaveAsync(id, seen.Seal, changed, new(actor, "correct", Reason: "test"), Stop)).Outcome);
    }

    private static async Task<Dictionary<long, string>> SealsAsync(ArchiveOnDisk archive)
    {
        await using var context = archive.Context();
        Dictionary<long, string> seals = [];
        foreach (var id in await context.Posts.Select(post => post.Id).ToListAsync(Stop))
        {
            seals[id] = (await SeenPost.ReadAsync(context, id, Stop))!.Seal;
        }
        return seals;
    }

    // After the first posts.
    private sealed class Stopping(CancellationTokenSource source) : IProgress<int>
    {
        public void Report(int value) => source.Cancel();
    }
}
