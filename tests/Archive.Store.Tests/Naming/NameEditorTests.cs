using Archive.Store.History;
using Archive.Store.History.Auditing;
using Archive.Store.Links;
using Archive.Store.Naming;
using Archive.Store.Search;

namespace Archive.Store.Tests.Naming;

/// <summary>What editors do to outlets and categories, and what becomes of posts, search, imports and the audit.</summary>
public sealed class NameEditorTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_name_and_address_hold_everywhere_at_once_and_for_what_comes_later()
    {
        await using var archive = await WithAsync("Links for 14 March 2021\n\nGarment workers walk out – Radio Free Asia\n");
        var seen = await StateAsync(archive, "radio-free-asia");

        var result = await Editor(archive).ChangeAsync(seen, new("Highland Courier", "highland-courier", ["courier.example"]), "It calls itself so.", cancellation: Cancel);

        Assert.Equal(("highland-courier", null), (result.Slug, result.Fault));
        foreach (var request in new SearchRequest[] { new() { Outlet = "highland-courier" }, new() { Outlet = "radio-free-asia" }, new() { Query = "outlet:highland" } })
        {
            var answer = await archive.SearchAsync(request);
            Assert.Equal((1, "Highland Courier", "highland-courier"), (answer.Total, answer.Headlines[0].OutletName, answer.Headlines[0].OutletSlug));
        }
        Assert.Equal(0, (await archive.SearchAsync(new() { Query = "outlet:asia" })).Total);

        // An import that prints the old name means the same outlet, and knows no better name for it.
        await archive.ImportAsync(archive.Seed("later.txt", "Links for 15 March 2021\n\nCurfew lifted after a month – Radio Free Asia\n"));
        Assert.Equal(2, (await archive.SearchAsync(new() { Outlet = "highland-courier" })).Total);
        await using var context = archive.Context();
        Assert.Equal("Highland Courier", (await context.Outlets.SingleAsync(outlet => outlet.Slug == "highland-courier", Cancel)).Name);
        Assert.Equal("Highland Courier", (await OutletHostList.ReadAsync(context, Cancel)).Propose("www.courier.example"));
        await VerifyAsync(archive);
    }

    [Fact]
    public async Task A_name_that_an_editor_chose_is_not_made_another_by_an_import()
    {
        await using var archive = await WithAsync("Links for 14 March 2021\n\nGarment workers walk out – Radio Free Asia\n");
        await Editor(archive).ChangeAsync(await StateAsync(archive, "radio-free-asia"), new("radio free asia", "radio-free-asia", []), "As on its masthead.", cancellation: Cancel);

        await archive.ImportAsync(archive.Seed("later.txt", "Links for 15 March 2021\n\nCurfew lifted after a month – Radio Free Asia\n"));

        Assert.Equal(("radio free asia", 2), ((await StateAsync(archive, "radio-free-asia")).Name, (await archive.SearchAsync(new() { Outlet = "radio-free-asia" })).Total));
        await VerifyAsync(archive);
    }

    [Fact]
    public async Task Two_outlets_become_one_and_the_address_of_the_first_leads_on_for_ever()
    {
        await using var archive = await WithAsync(
            "Links for 14 March 2021\n\nGarment workers walk out – Radio Free Asia\nCurfew lifted after a month – The Guardian\n", "Links for 15 March 2021\n\nNo more passports are given – The Guardian\n");

        Assert.Equal("into", (await Editor(archive).MergeAsync("the-guardian", "nowhere", "One paper.", Cancel)).Field);
        Assert.Null((await Editor(archive).MergeAsync("the-guardian", "radio-free-asia", "One paper.", Cancel)).Fault);

        var answer = await archive.SearchAsync(new() { Outlet = "the-guardian" });
        Assert.Equal((3, "Radio Free Asia"), (answer.Total, Assert.Single((await archive.SearchAsync(new())).Facets.Single(facet => facet.Name == "outlet").Values).Label));
        await using var context = archive.Context();
        Assert.Equal(["radio-free-asia"], await context.Outlets.Select(outlet => outlet.Slug).ToListAsync(Cancel));
        Assert.Empty(await context.Refilings.ToListAsync(Cancel));
        Assert.Equal(["Radio Free Asia", "The Guardian"], (await context.NamingEdits.Where(edit => edit.Before != null).Select(edit => edit.Before!).ToListAsync(Cancel)).Select(json => NamedState.Read(json).Name).Order(StringComparer.Ordinal));

        // It moves on with what it leads to.
        await Editor(archive).ChangeAsync(await StateAsync(archive, "radio-free-asia"), new("Radio Free Asia", "courier", []), "Shorter.", cancellation: Cancel);
        Assert.Equal(["courier", "courier"], await context.SlugMoves.OrderBy(move => move.OldSlug).Select(move => move.Slug).ToListAsync(Cancel));
        await VerifyAsync(archive);
    }

    [Fact]
    public async Task Two_outlets_that_became_one_are_taken_apart_and_each_has_what_it_had()
    {
        // On more days than one step does.
        await using var archive = await WithAsync(
            [.. Enumerable.Range(0, 110).Select(i => $"Links for {new DateOnly(2020, 1, 1).AddDays(i):d MMMM yyyy}\n\nThe {i}th convoy passed the border – The Guardian\nThe {i}th ferry – Radio Free Asia\n")]);
        await Editor(archive).ChangeAsync(await StateAsync(archive, "the-guardian"), new("The Guardian", "guardian", ["guardian.example"]), "Shorter.", cancellation: Cancel);
        await DoneAsync(archive);
        var (guardian, radio, seals) = (await StateAsync(archive, "guardian"), await StateAsync(archive, "radio-free-asia"), await SealsAsync(archive));
        Assert.Null((await Editor(archive).MergeAsync("guardian", "radio-free-asia", "One paper.", Cancel)).Fault);
        long merging;
        await using (var context = archive.Context())
        {
            merging = (await NameEditor.Separable(context, NamedKind.Outlet, TimeProvider.System.GetUtcNow().UtcDateTime).SingleAsync(Cancel)).Id;
            Assert.Empty(await NameEditor.Separable(context, NamedKind.Outlet, TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(31)).ToListAsync(Cancel));
        }
        Assert.Contains("still being carried", (await Editor(archive).TakeApartAsync("radio-free-asia", merging, Cancel)).Fault, StringComparison.Ordinal);
        await DoneAsync(archive);
        await archive.ImportAsync(archive.Seed("later.txt", "Links for 15 March 2021\n\nWhat came since – The Guardian\n"));

        Assert.Equal(("guardian", null), await Editor(archive).TakeApartAsync("radio-free-asia", merging, Cancel) is var result ? (result.Slug, result.Fault) : default);
        await DoneAsync(archive);

        Assert.Equal((guardian, radio), (await StateAsync(archive, "guardian"), await StateAsync(archive, "radio-free-asia")));
        var after = await SealsAsync(archive);
        Assert.Equal(seals, after.Where(post => seals.ContainsKey(post.Key)).ToDictionary());
        // What came since stays with the other; what led to it before leads to it again.
        Assert.Equal((110, 111, 110), ((await archive.SearchAsync(new() { Outlet = "guardian" })).Total, (await archive.SearchAsync(new() { Outlet = "radio-free-asia" })).Total, (await archive.SearchAsync(new() { Outlet = "the-guardian" })).Total));
        Assert.NotNull((await Editor(archive).TakeApartAsync("radio-free-asia", merging, Cancel)).Fault);
        await using var last = archive.Context();
        Assert.Equal(0, await last.MovedNames.CountAsync(Cancel));
        await VerifyAsync(archive);
    }

    [Fact]
    public async Task What_is_not_on_few_days_is_done_some_days_at_a_time_each_of_which_is_whole()
    {
        await using var archive = await WithAsync([.. Enumerable.Range(0, 150).Select(i => $"Links for {new DateOnly(2020, 1, 1).AddDays(i):d MMMM yyyy}\n\nThe {i}th convoy passed the border – Radio Free Asia\n")]);

        await Editor(archive).ChangeAsync(await StateAsync(archive, "radio-free-asia"), new("Highland Courier", "highland-courier", []), "It calls itself so.", cancellation: Cancel);

        Assert.Equal((100, 50), ((await archive.SearchAsync(new() { Outlet = "highland-courier" })).Total, (await archive.SearchAsync(new() { Outlet = "radio-free-asia" })).Total));
        await VerifyAsync(archive);
        Assert.True(await new RefilingWork(archive.Factory).RunOnceAsync(Cancel));
        Assert.False(await new RefilingWork(archive.Factory).RunOnceAsync(Cancel));
        Assert.Equal(150, (await archive.SearchAsync(new() { Outlet = "radio-free-asia" })).Total);
        await VerifyAsync(archive);
    }

    [Fact]
    public async Task An_edit_that_nobody_would_want_is_refused_with_its_field()
    {
        await using var archive = await WithAsync("Links for 14 March 2021\n\nGarment workers walk out – Radio Free Asia\nCurfew lifted after a month – The Guardian\n");
        var seen = await StateAsync(archive, "radio-free-asia");

        Assert.Equal("slug", (await Editor(archive).ChangeAsync(seen, seen with { Slug = "the-guardian" }, "Why not.", cancellation: Cancel)).Field);
        Assert.Equal("slug", (await Editor(archive).ChangeAsync(seen, seen with { Slug = "a b/c" }, "Why not.", cancellation: Cancel)).Field);
        Assert.Equal("reason", (await Editor(archive).ChangeAsync(seen, seen with { Name = "Other" }, " ", cancellation: Cancel)).Field);
        Assert.Equal("name", (await Editor(archive).ChangeAsync(seen, seen with { Name = " " }, "Why not.", cancellation: Cancel)).Field);
        Assert.Contains("Somebody else", (await Editor(archive).ChangeAsync(seen with { Name = "As it was" }, seen with { Name = "Other" }, "Why not.", cancellation: Cancel)).Fault, StringComparison.Ordinal);
        Assert.Equal(seen, await StateAsync(archive, "radio-free-asia"));
    }

    private static NameEditor Editor(ArchiveOnDisk archive) => new(archive.Factory, NamedKind.Outlet, "account 1", TimeProvider.System);

    private static async Task<NamedState> StateAsync(ArchiveOnDisk archive, string slug)
    {
        await using var context = archive.Context();
        return (await NameEditor.StateAsync(context, NamedKind.Outlet, slug, Cancel))!;
    }

    private static async Task DoneAsync(ArchiveOnDisk archive)
    {
        while (await new RefilingWork(archive.Factory).RunOnceAsync(Cancel))
        {
        }
    }

    private static async Task<Dictionary<long, string>> SealsAsync(ArchiveOnDisk archive)
    {
        await using var context = archive.Context();
        return (await context.Posts.Whole().ToListAsync(Cancel)).ToDictionary(post => post.Id, AuditHash.Seal);
    }

    private static async Task VerifyAsync(ArchiveOnDisk archive) => Assert.Empty((await new AuditVerification(archive.Factory).RunAsync([], cancellation: Cancel)).Findings);

    private static async Task<ArchiveOnDisk> WithAsync(params string[] seeds)
    {
        var archive = ArchiveOnDisk.Create();
        for (var i = 0; i < seeds.Length; i++)
        {
            archive.Seed($"{i}.txt", seeds[i]);
        }
        await archive.ImportAsync(archive.Seeds);
        return archive;
    }
}
