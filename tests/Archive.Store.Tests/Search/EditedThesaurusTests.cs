using Archive.Store.Naming;
using Archive.Store.Search;

namespace Archive.Store.Tests.Search;

/// <summary>What editors say of topics, over the list of the file.</summary>
public sealed class EditedThesaurusTests
{
    private const string File = """
        - slug: lhasa
          name: Lhasa
          spellings: [Lasa]
          reason: One city.
          related:
            shigatse: Another city.
        - slug: shigatse
          name: Shigatse
          spellings: [Xigaze]
          reason: Another city.
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_edit_counts_for_the_next_search_and_can_be_put_back()
    {
        await using var archive = ArchiveOnDisk.Create();
        await archive.ImportAsync(archive.Seed("a.txt", "Links for 14 March 2021\n\nNew airport opens near Hlasa\nSnow in the hills of Ngari\n"));
        var current = archive.Thesaurus(Thesaurus.Default);
        var editor = new TopicEditor(archive.Factory, current, "account 1", TimeProvider.System);
        var seen = await EntryAsync("lhasa");
        Assert.Equal(0, (await archive.SearchAsync(new() { Query = "Lhasa" })).Total);

        Assert.Null((await editor.ChangeAsync("lhasa", seen, seen! with { Spellings = [.. seen.Spellings, "Hlasa"] }, "Printed so in old papers.", "change", Cancel)).Fault);
        Assert.Null((await editor.ChangeAsync("ngari", null, new("Ngari", ["Ali Prefecture"], new Dictionary<string, string>(), "One prefecture.", new Dictionary<string, string> { ["lhasa"] = "Another place." }), "It was missing.", "add", Cancel)).Fault);

        Assert.Equal(1, (await archive.SearchAsync(new() { Query = "Lhasa" })).Total);
        Assert.Equal(1, (await archive.SearchAsync(new() { Topic = "ngari" })).Total);
        Assert.Equal(["lhasa", "ngari"], (await archive.SearchAsync(new())).Facets.Single(facet => facet.Name == "topic").Values.Select(value => value.Value).Order(StringComparer.Ordinal));
        Assert.Equal("Another place.", (await EntryAsync("lhasa"))!.Related["ngari"]);

        Assert.Null((await editor.ChangeAsync("lhasa", await EntryAsync("lhasa"), seen, "It was wrong.", "restore", Cancel)).Fault);
        Assert.Equal(0, (await archive.SearchAsync(new() { Query = "Lhasa" })).Total);
        Assert.Null((await editor.ChangeAsync("ngari", await EntryAsync("ngari"), null, "No longer wanted.", "take out", Cancel)).Fault);
        Assert.Null(await EntryAsync("ngari"));

        async Task<TopicEntry?> EntryAsync(string slug)
        {
            await using var context = archive.Context();
            return (await current.OfAsync(context, Cancel)).WithSlug(slug) is { } topic ? TopicEntry.Of(topic) : null;
        }
    }

    [Fact]
    public async Task What_contradicts_another_topic_is_refused_and_both_are_named()
    {
        await using var archive = ArchiveOnDisk.Create();
        var current = archive.Thesaurus(Thesaurus.Read(new StringReader(File)));
        var editor = new TopicEditor(archive.Factory, current, "account 1", TimeProvider.System);
        var seen = TopicEntry.Of(current.Shipped.WithSlug("lhasa")!);

        foreach (var (wanted, said) in new[]
        {
            (seen with { Spellings = ["Xigaze"] }, "'Xigaze' is in entry 'shigatse' too"),
            (seen with { Spellings = ["lhasa"] }, "'lhasa' is the same to search as 'Lhasa'"),
            (seen with { Spellings = ["a*"] }, "ends in a star"),
            (seen with { Related = new Dictionary<string, string> { ["nowhere"] = "x" } }, "no other topic 'nowhere'"),
            (seen with { Shared = new Dictionary<string, string> { ["Potala"] = "x" } }, "shared with no other topic"),
        })
        {
            Assert.Contains(said, (await editor.ChangeAsync("lhasa", seen, wanted, "Why not.", "change", Cancel)).Fault, StringComparison.Ordinal);
        }
        await using var context = archive.Context();
        Assert.Empty(await context.EditedTopics.ToListAsync(Cancel));
    }

    [Fact]
    public void A_later_file_loses_no_edit_and_is_not_lost_to_one()
    {
        var before = Thesaurus.Read(new StringReader(File));
        var lhasa = TopicEntry.Of(before.WithSlug("lhasa")!) with { Spellings = ["Lasa", "Hlasa"] };
        EditedTopic edited = new() { Slug = "lhasa", Entry = lhasa.ToJson(), ShippedHash = ThesaurusOverlay.HashOf(TopicEntry.Of(before.WithSlug("lhasa")!)) };
        var later = Thesaurus.Read(new StringReader(File.Replace("[Lasa]", "[Lasa, Llasa]", StringComparison.Ordinal).Replace("[Xigaze]", "[Xigaze, Hlasa, Shikatse]", StringComparison.Ordinal)));

        var (thesaurus, gaveWay) = ThesaurusOverlay.Over(later, [edited]);

        // The edit stays as it was, what else the file brings has come, and what contradicts the edit is named.
        Assert.Equal(["Lhasa", "Lasa", "Hlasa"], thesaurus.WithSlug("lhasa")!.Spellings.Select(spelling => spelling.Text));
        Assert.Equal(["Shigatse", "Xigaze", "Shikatse"], thesaurus.WithSlug("shigatse")!.Spellings.Select(spelling => spelling.Text));
        Assert.Equal(["“Hlasa” of “Shigatse”"], gaveWay);
        Assert.Equal("Another city.", Assert.Single(thesaurus.WithSlug("shigatse")!.Related).Why);
        Assert.True(ThesaurusOverlay.HasNewer(later, edited));
        Assert.False(ThesaurusOverlay.HasNewer(before, edited));
    }

    [Fact]
    public void The_whole_file_says_the_same_entry_by_entry()
    {
        var edits = Thesaurus.Default.Topics.Select(topic => new EditedTopic { Slug = topic.Slug, Entry = TopicEntry.Of(topic).ToJson() }).ToList();

        var (thesaurus, gaveWay) = ThesaurusOverlay.Over(Thesaurus.Default, edits);

        Assert.Empty(gaveWay);
        Assert.Equal(Thesaurus.Default.Topics.Select(topic => Said(topic)), thesaurus.Topics.Select(topic => Said(topic)));

        static string Said(Topic topic) => $"{topic.Slug}: {string.Join(", ", topic.Spellings.Select(spelling => $"{spelling.Text} {spelling.IsPrefix} {spelling.Shared}").Order(StringComparer.Ordinal))}; {string.Join(", ", topic.Related.Select(related => $"{related.Slug} {related.Why}").Order(StringComparer.Ordinal))}";
    }
}
