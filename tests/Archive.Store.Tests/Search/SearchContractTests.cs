using Archive.Store.History.Auditing;
using Archive.Store.Search;
using Archive.Store.Search.Index;

namespace Archive.Store.Tests.Search;

/// <summary>What search promises, on whichever store this run is about: the same set in the same order as reading every headline would give.</summary>
public sealed class SearchContractTests
{
    [Fact]
    public async Task A_search_finds_what_reading_every_headline_finds_in_the_same_order_while_posts_come_and_go()
    {
        await using var archive = ArchiveOnDisk.Create();
        RandomShelf shelf = new(7);
        Dictionary<long, Post> posts = [];
        await WriteAsync(archive, [], context => context.BulkInsertAsync(shelf.OutletRows));
        PlainReading reading = new(Thesaurus.Default, shelf.OutletRows.ToDictionary(outlet => outlet.Id, outlet => outlet.Name));
        var (checkedSearches, found) = (0, 0);
        for (long id = 1; id <= 160; id += 40)
        {
            var added = Enumerable.Range(0, 40).Select(i => shelf.Post(id + i)).ToList();
            await AddAsync(archive, added);
            added.ForEach(post => posts.Add(post.Id, post));
            var gone = posts.Values.Where(post => post.Id % 7 == id % 7 && post.Id < id).ToList();
            await RemoveAsync(archive, gone);
            gone.ForEach(post => posts.Remove(post.Id));
            for (var i = 0; i < 25; i++, checkedSearches++)
            {
                found += await CheckAsync(archive, reading, posts.Values, new() { Query = shelf.Query(), Exact = i % 3 == 0 });
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"searches: {checkedSearches}, {found} headlines found");
        Assert.InRange(found, 500, int.MaxValue);
    }

    [Fact]
    public async Task An_index_that_is_made_anew_answers_as_the_one_that_was_kept_up()
    {
        await using var archive = ArchiveOnDisk.Create();
        await archive.ImportAsync(SeedFolders.Samples);
        await archive.ImportAsync(archive.Seed("a.txt", "Lake News (Saturday – Monday, January 30 – February 1, 2021)\n\nHerders in Lhasa fined\n"));
        await archive.Importer().RemoveSamplesAsync(TestContext.Current.CancellationToken);
        await archive.ImportAsync(SeedFolders.Samples);
        var kept = await AnswersAsync(archive);
        IndexRebuild rebuild = new(archive.Factory);
        Assert.False(await rebuild.IsNeededAsync(TestContext.Current.CancellationToken));
        Assert.NotEqual(0, await rebuild.RunAsync(all: true, cancellation: TestContext.Current.CancellationToken));

        Assert.Equal(kept, await AnswersAsync(archive));
    }

    [Fact]
    public async Task An_archive_from_before_there_was_a_search_is_indexed_and_stopped_half_way_goes_on()
    {
        await using var archive = ArchiveOnDisk.Create();
        await archive.ImportAsync(SeedFolders.Samples);
        var kept = await AnswersAsync(archive);
        await WriteAsync(archive, [], async context =>
        {
            await context.SearchPostings.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
            await context.SearchSegments.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        });
        Assert.Equal(0, (await archive.SearchAsync(new())).Total);
        IndexRebuild rebuild = new(archive.Factory);
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rebuild.RunAsync(all: false, new StopAfterOne(stop), stop.Token));
        var half = (await archive.SearchAsync(new())).PostsTotal;
        await rebuild.RunAsync(all: false, cancellation: TestContext.Current.CancellationToken);

        Assert.InRange(half, 1, (await archive.SearchAsync(new())).PostsTotal - 1);
        Assert.Equal(kept, await AnswersAsync(archive));
    }

    [Fact]
    public async Task A_day_with_more_headlines_than_a_segment_holds_is_found_whole_and_in_order()
    {
        await using var archive = ArchiveOnDisk.Create();
        const int Headlines = SearchSegment.MostEntries + 500;
        await archive.ImportAsync(archive.Seed("long.txt", "Lake News (Sunday, January 31, 2021)\n\n"
            + string.Join("\n\n", Enumerable.Range(1, Headlines).Select(i => $"Herders valley{i} river{i} lake{i}")) + "\n"));
        await archive.ImportAsync(archive.Seed("next.txt", "Lake News (Monday, February 1, 2021)\n\nHerders of the last valley are fined\n"));

        var answer = await archive.SearchAsync(new() { Query = "herders" });
        Assert.Equal(Headlines + 1, answer.Total);
        Assert.StartsWith("Herders of the last", answer.Headlines[0].Text, StringComparison.Ordinal);
        Assert.Equal("Herders valley1 river1 lake1", answer.Headlines[1].Text);
        var last = await archive.SearchAsync(new() { Query = $"river{Headlines}" });
        Assert.Equal($"Herders valley{Headlines} river{Headlines} lake{Headlines}", Assert.Single(last.Headlines).Text);
        await using var context = archive.Context();
        Assert.Equal(3, await context.SearchSegments.CountAsync(segment => segment.Unit == SearchUnit.Headline, TestContext.Current.CancellationToken));
    }

    private static async Task<int> CheckAsync(ArchiveOnDisk archive, PlainReading reading, IEnumerable<Post> posts, SearchRequest request)
    {
        var query = SearchQuery.Parse(request.Query, Thesaurus.Default);
        var expected = posts.OrderByDescending(post => post.SortDay).ThenBy(post => post.Slug, StringComparer.Ordinal)
            .SelectMany(post => post.Headlines.Where(headline => reading.Matches(query.Root, post, headline, request.Exact))).Select(headline => headline.PublicId).ToList();
        List<string> found = [];
        for (SearchRequest? page = request; page is not null;)
        {
            var answer = await archive.SearchAsync(page);
            Assert.Equal(expected.Count, answer.Total);
            found.AddRange(answer.Headlines.Select(headline => headline.PublicId));
            page = answer.Next is { } next ? request with { After = next } : null;
        }
        Assert.True(expected.SequenceEqual(found), $"{request.Query}: {string.Join(' ', expected)} was expected, {string.Join(' ', found)} found");
        return found.Count;
    }

    // All that some searches answer, but for what is numbered anew.
    private static async Task<string> AnswersAsync(ArchiveOnDisk archive)
    {
        List<string> said = [];
        foreach (var query in new[] { "", "the", "china", "\"human rights\"", "a*", "-china", "uyghur or tibet", "before:2021", "is:lost" })
        {
            var answer = await archive.SearchAsync(new() { Query = query });
            said.Add($"{query}: {answer.Total} {answer.PostsTotal} {string.Join(' ', answer.Headlines.Select(headline => $"{headline.PublicId} {headline.Story} {string.Join(',', headline.Marks)}"))} "
                + $"{string.Join(' ', answer.Posts.Select(post => post.Place.Address))} {string.Join(' ', answer.Facets.SelectMany(facet => facet.Values, (facet, value) => $"{facet.Name} {value.Value} {value.Count}"))} "
                + string.Join(' ', answer.Timeline?.Bars ?? []));
        }
        return string.Join('\n', said);
    }

    private static Task AddAsync(ArchiveOnDisk archive, IReadOnlyList<Post> posts) => WriteAsync(archive, posts, async context =>
    {
        await context.BulkInsertAsync(posts);
        await context.BulkInsertAsync(posts.SelectMany(post => post.Headlines));
        await context.BulkInsertAsync(posts.SelectMany(post => post.Passages));
    });

    private static Task RemoveAsync(ArchiveOnDisk archive, IReadOnlyList<Post> posts) => WriteAsync(archive, posts, context =>
    {
        var ids = posts.Select(post => post.Id).ToArray();
        return context.Posts.Where(post => ids.Contains(post.Id)).ExecuteDeleteAsync(TestContext.Current.CancellationToken);
    });

    private static async Task WriteAsync(ArchiveOnDisk archive, IEnumerable<Post> posts, Func<ArchiveContext, Task> change)
    {
        await using var write = await ArchiveWrite.BeginAsync(archive.Factory, TestContext.Current.CancellationToken);
        await change(write.Archive);
        await write.KeepUpAsync(posts.Select(post => post.SortDay), TestContext.Current.CancellationToken);
        Assert.Equal(CommitOutcome.Confirmed, await write.CommitAsync(AuditEntry.OfCommand("test")));
    }

    private sealed class StopAfterOne(CancellationTokenSource stop) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value)
        {
            if (value.Done == 1)
            {
                stop.Cancel();
            }
        }
    }
}
