using Archive.Store.Editing;
using Archive.Store.History;
using Archive.Store.History.Auditing;

namespace Archive.Store.Tests.Editing;

/// <summary>What an editor made of a post, and what later imports do to it.</summary>
public sealed class EditedPostTests
{
    private static readonly string[] Full = ["Biden shows his hawkish side on China", "UK must do more to prevent genocide", "Opinion: Olympic Flame Of Suffering", "Keeping China accountable for Xinjiang"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_import_overwrites_a_correction_or_adds_the_post_again()
    {
        await using var archive = ArchiveOnDisk.Create();
        var seed = archive.Seed("first.txt", Page("Wednesday – Friday, January 27 – 29, 2021", Full[..3]));
        await archive.ImportAsync(seed);
        var post = await TheOnlyAsync(archive);
        HeadlineSnapshot[] corrected = [post.State.Headlines[2], post.State.Headlines[0] with { Text = "Biden shows another side" }];
        var saved = await Posts(archive).SaveAsync(post.Id, post.Seal, post.State with
        {
            Title = "Uyghur News (Wednesday – Saturday, January 27 – 30, 2021)",
            DateEnd = new(2021, 1, 30),
            Headlines = corrected,
            Categories = ["lakes"],
        }, Entry("correct"), Stop);
        Assert.Equal((SaveOutcome.Saved, "/2021/01/30/uyghur-news"), (saved.Outcome, saved.Post!.Address));

        string[] later =
        [
            seed,
            archive.Seed("fuller.txt", Page("Wednesday – Friday, January 27 – 29, 2021", Full)),
            archive.Seed("shorter.txt", Page("Wednesday – Friday, January 27 – 29, 2021", Full[..1])),
            archive.Seed("redated.txt", Page("Wednesday – Saturday, January 27 – 30, 2021", Full)),
            archive.Seed("as-corrected.txt", Page("Wednesday – Saturday, January 27 – 30, 2021", ["Opinion: Olympic Flame Of Suffering", "Biden shows another side"])),
            archive.Seed("elsewhere.txt", Page("Wednesday – Friday, January 27 – 29, 2021", Full[..3], "solidarity")),
        ];
        foreach (var file in later)
        {
            await archive.ImportAsync(file);
            var now = await TheOnlyAsync(archive);

            Assert.Equal(saved.Post.State.ToJson(), now.State.ToJson());
            Assert.Equal(saved.Post.Seal, now.Seal);
        }
        await using var context = archive.Context();
        Assert.Equal(1, await context.Revisions.CountAsync(Stop));
        // The corrected headline is still found on the line where each file prints it.
        var lines = await context.Provenances.Where(from => from.Source!.FileName == "fuller.txt").Select(from => from.HeadlineLines).SingleAsync(Stop);
        Assert.Equal([9, 5], lines);
    }

    [Fact]
    public async Task What_an_import_left_and_an_editor_put_back_is_the_imports_again()
    {
        await using var archive = ArchiveOnDisk.Create();
        await archive.ImportAsync(archive.Seed("first.txt", Page("Wednesday – Friday, January 27 – 29, 2021", Full[..2])));
        var before = await TheOnlyAsync(archive);
        var saved = await Posts(archive).SaveAsync(before.Id, before.Seal, before.State with { DateEnd = new(2021, 1, 31), Headlines = [] }, Entry("correct"), Stop);
        Assert.Equal(SaveOutcome.Gone, (await Posts(archive).RestoreAsync(before.Id, 7, saved.Post!.Seal, Entry("restore"), Stop)).Outcome);
        Assert.Equal(SaveOutcome.Stale, (await Posts(archive).RestoreAsync(before.Id, 1, before.Seal, Entry("restore"), Stop)).Outcome);
        Assert.Equal(SaveOutcome.Saved, (await Posts(archive).RestoreAsync(before.Id, 1, saved.Post.Seal, Entry("restore"), Stop)).Outcome);

        Assert.Equal(before.Seal, (await TheOnlyAsync(archive)).Seal);
        await archive.ImportAsync(archive.Seed("fuller.txt", Page("Wednesday – Friday, January 27 – 29, 2021", Full)));
        Assert.Equal(Full, (await TheOnlyAsync(archive)).State.Headlines.Select(headline => headline.Text));
        await using var context = archive.Context();
        Assert.Equal(["correct", "restore", "import"], await context.Revisions.OrderBy(row => row.Number).Select(row => row.Action).ToListAsync(Stop));
        Assert.Empty((await new AuditVerification(archive.Factory).RunAsync([], cancellation: Stop)).Findings);
    }

    // T78: many at once, and two who open the same a hundred times.
    [Theory]
    [InlineData(12, 1)]
    [InlineData(2, 100)]
    public async Task Whatever_the_order_of_editors_no_change_is_lost_and_every_text_is_kept(int editors, int times)
    {
        await using var archive = ArchiveOnDisk.Create();
        await archive.ImportAsync(archive.Seed("first.txt", Page("Wednesday – Friday, January 27 – 29, 2021", Full)));
        var first = await TheOnlyAsync(archive);

        for (var (round, seen) = (0, first); round < times; round++, seen = await TheOnlyAsync(archive))
        {
            await Task.WhenAll(Enumerable.Range(round * editors, editors).Select(editor => AddWordAsync(archive, seen, $"editor-{editor}")));
        }

        var (last, words) = (await TheOnlyAsync(archive), Enumerable.Range(0, editors * times).Select(editor => $"editor-{editor}").ToList());
        Assert.Equal(words.Order(StringComparer.Ordinal), Words(last.State).Order(StringComparer.Ordinal));
        await using var context = archive.Context();
        var kept = (await context.Revisions.OrderBy(row => row.Number).Select(row => row.Snapshot).ToListAsync(Stop)).ConvertAll(PostSnapshot.FromJson);
        Assert.Equal(Enumerable.Range(0, words.Count), kept.Select(state => Words(state).Length));

        // However many they are, they are undone together; it stays a post of the editors, whom no import overwrites.
        Assert.Equal((first.State with { Edited = true }).ToJson(), (await PastChanges.ReadAsync(context, first.Id, 1, words.Count, Stop))!.Undone.ToJson());

        // Without asking what was seen, the last one would win.
        var stale = last.State with { Place = "only mine" };
        Assert.Equal(SaveOutcome.Stale, (await Posts(archive).SaveAsync(first.Id, first.Seal, stale, Entry("correct"), Stop)).Outcome);
        await Posts(archive).SaveAsync(first.Id, last.Seal, stale, Entry("correct"), Stop);
        Assert.DoesNotContain("editor-0", Words((await TheOnlyAsync(archive)).State));
    }

    // Adds a word to what was seen, and looks again when it is refused.
    private static async Task AddWordAsync(ArchiveOnDisk archive, SeenPost post, string word)
    {
        for (var saved = new Saved(SaveOutcome.Stale, post); saved.Outcome != SaveOutcome.Saved;)
        {
            Assert.Equal(SaveOutcome.Stale, saved.Outcome);
            post = saved.Post!;
            saved = await Posts(archive).SaveAsync(post.Id, post.Seal, post.State with { Place = $"{post.State.Place} {word}" }, Entry("correct"), Stop);
        }
    }

    private static string[] Words(PostSnapshot state) => (state.Place ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static PostEditor Posts(ArchiveOnDisk archive) => new(archive.Factory, TimeProvider.System);

    private static AuditEntry Entry(string action) => new("account 1", action);

    private static string Page(string days, IEnumerable<string> headlines, string category = "human dignity") =>
        $"Category Archives: {category}\n\n{string.Join("\n\n", headlines.Prepend($"Uyghur News ({days})"))}\n";

    private static async Task<SeenPost> TheOnlyAsync(ArchiveOnDisk archive)
    {
        await using var context = archive.Context();
        return (await SeenPost.ReadAsync(context, await context.Posts.Select(post => post.Id).SingleAsync(Stop), Stop))!;
    }
}
