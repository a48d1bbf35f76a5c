using Archive.Store.History;

namespace Archive.Store.Tests;

public sealed class MatchingTests
{
    private const string Digest = "Uyghur News (Wednesday – Friday, January 27 – 29, 2021)";

    private static readonly string[] Full = ["Biden shows his hawkish side on China", "UK must do more to prevent genocide", "Opinion: Olympic Flame Of Suffering", "Keeping China accountable for Xinjiang"];

    [Fact]
    public async Task A_fuller_text_supersedes_and_the_former_is_kept()
    {
        await using var archive = ArchiveOnDisk.Create();
        await archive.ImportAsync(archive.Seed("short.txt", Page(Full[..2])));
        var report = await archive.ImportAsync(archive.Seed("full.txt", Page(Full)));
        var post = await TheOnlyAsync(archive);

        Assert.Equal(1, report.Posts.Superseded);
        Assert.Equal(Full, post.Headlines.Select(headline => headline.Text));
        Assert.Equal(2, post.Provenances.Count);
        await using var context = archive.Context();
        var revision = await context.Revisions.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(post.Id, revision.PostId);
        Assert.Contains(Full[1], revision.Snapshot, StringComparison.Ordinal);
        Assert.DoesNotContain(Full[2], revision.Snapshot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shorter_copy_never_replaces_a_fuller_one_and_the_report_says_so()
    {
        await using var archive = ArchiveOnDisk.Create();
        await archive.ImportAsync(archive.Seed("full.txt", Page(Full)));
        var report = await archive.ImportAsync(archive.Seed("short.txt", Page(Full[1..])));
        var post = await TheOnlyAsync(archive);

        Assert.Equal(1, report.Posts.Shorter);
        Assert.Contains("shorter copy", Assert.Single(Assert.Single(report.Files).Notes), StringComparison.Ordinal);
        Assert.Equal(Full, post.Headlines.Select(headline => headline.Text));
        var shorter = post.Provenances.Single(from => from.Source!.FileName == "short.txt");
        Assert.Equal([0, 5, 7, 9], shorter.HeadlineLines);
        Assert.Equal(0, await RevisionsAsync(archive));
    }

    [Fact]
    public async Task A_changed_text_supersedes_and_headlines_that_did_not_change_keep_their_addresses()
    {
        await using var archive = ArchiveOnDisk.Create();
        await archive.ImportAsync(archive.Seed("a.txt", Page(Full)));
        var before = await TheOnlyAsync(archive);
        await archive.ImportAsync(archive.Seed("a.txt", Page([Full[0], "UK must do much more to prevent genocide", Full[2], Full[3].ToUpperInvariant()])));
        var after = await TheOnlyAsync(archive);

        Assert.Equal(1, await RevisionsAsync(archive));
        Assert.Equal("UK must do much more to prevent genocide", after.Headlines[1].Text);
        Assert.Equal(Full[3].ToUpperInvariant(), after.Headlines[3].Text);
        Assert.Equal([true, false, true, true], before.Headlines.Zip(after.Headlines, (a, b) => a.PublicId == b.PublicId && a.Id == b.Id));
    }

    [Fact]
    public async Task A_change_of_punctuation_alone_is_a_change()
    {
        await using var archive = ArchiveOnDisk.Create();
        await archive.ImportAsync(archive.Seed("a.txt", Page(Full)));
        await archive.ImportAsync(archive.Seed("b.txt", Page([.. Full[..3], Full[3] + "?"])));

        Assert.Equal(Full[3] + "?", (await TheOnlyAsync(archive)).Headlines[3].Text);
        Assert.Equal(1, await RevisionsAsync(archive));
    }

    [Fact]
    public async Task An_empty_digest_is_contained_in_any_of_its_period()
    {
        await using var archive = ArchiveOnDisk.Create();
        await archive.ImportAsync(archive.Seed("empty.txt", Page([])));
        Assert.Empty((await TheOnlyAsync(archive)).Headlines);
        await archive.ImportAsync(archive.Seed("full.txt", Page(Full)));

        Assert.Equal(4, (await TheOnlyAsync(archive)).HeadlineCount);
    }

    [Fact]
    public async Task One_key_and_two_texts_are_two_posts_numbered_without_regard_to_the_order_of_import()
    {
        string[] other = ["Tibetan monk released", Full[0], "Dalai Lama turns 86", "Losar is kept quietly"];
        string? expected = null;
        foreach (var order in new[] { "full other empty", "other full empty", "empty other full", "full empty other", "other empty full", "empty full other" })
        {
            await using var archive = ArchiveOnDisk.Create();
            archive.Seed("full", Page(Full));
            archive.Seed("other", Page(other));
            archive.Seed("empty", Page([]));
            foreach (var name in order.Split(' '))
            {
                await archive.ImportAsync(Path.Combine(archive.Seeds, name));
            }
            await using var context = archive.Context();
            var posts = await context.Posts.NewestFirst().ToListAsync(TestContext.Current.CancellationToken);
            Assert.Equal(["/2021/01/29/uyghur-news", "/2021/01/29/uyghur-news-2"], posts.Select(Permalink.Post));
            Assert.Equal(posts.OrderBy(post => post.ContentHash, StringComparer.Ordinal), posts);
            var content = await PublicContent.OfAsync(archive);
            expected ??= content;
            Assert.Equal(expected, content);
        }
    }

    [Fact]
    public async Task A_fuller_text_that_holds_the_lines_of_two_posts_shows_them_to_be_one()
    {
        await using var archive = ArchiveOnDisk.Create();
        await archive.ImportAsync(archive.Seed("first-half.txt", Page(Full[..2])), archive.Seed("second-half.txt", Page(Full[2..], "solidarity")));
        await using (var context = archive.Context())
        {
            Assert.Equal(2, await context.Posts.CountAsync(TestContext.Current.CancellationToken));
        }
        await archive.ImportAsync(archive.Seed("whole.txt", Page(Full)));
        var post = await TheOnlyAsync(archive);

        Assert.Equal(("/2021/01/29/uyghur-news", 3, 2, 2), (Permalink.Post(post), post.Provenances.Count, post.Categories.Count, await RevisionsAsync(archive)));
        Assert.Equal(Full, post.Headlines.Select(headline => headline.Text));
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8)]
    public async Task Copies_cut_and_changed_at_random_give_the_same_archive_in_any_order(int seed)
    {
        var random = new Random(seed);
        string[] lines = [.. Enumerable.Range(1, 12).Select(i => $"Headline number {i} of the digest of that week")];
        var files = Enumerable.Range(0, 6).Select(i => (Name: $"{i}.txt", Text: Page(Copy(random, lines), i % 2 == 0 ? "human dignity" : "solidarity") + new string('\n', i))).ToArray();
        string? expected = null;
        for (var round = 0; round < 5; round++)
        {
            await using var archive = ArchiveOnDisk.Create();
            // No two files are the same to the byte: the second of such would be left alone whatever its name. One run: between runs the later word counts, as it should.
            await archive.ImportAsync([.. files.Select(file => archive.Seed(file.Name, file.Text))]);
            var content = await PublicContent.OfAsync(archive);
            expected ??= content;
            Assert.Equal(expected, content);
            random.Shuffle(files);
        }
    }

    // Lines left out, changed, printed twice; now and then all of them.
    private static IEnumerable<string> Copy(Random random, string[] lines) => random.Next(8) == 0 ? [] : lines
        .Where(_ => random.Next(100) < 45)
        .SelectMany(line => random.Next(10) switch { 0 => new[] { line, line }, 1 => [line.ToUpperInvariant()], 2 => [line + " and of the week after"], _ => [line] });

    [Fact]
    public async Task Categories_are_the_union_over_the_pages_that_a_post_was_found_on()
    {
        await using var archive = ArchiveOnDisk.Create();
        await archive.ImportAsync(archive.Seed("a.txt", Page(Full)), archive.Seed("b.txt", Page(Full, "solidarity")));

        Assert.Equal(["human-dignity", "solidarity"], (await TheOnlyAsync(archive)).Categories.Select(category => category.Slug).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_headline_printed_twice_has_two_addresses()
    {
        await using var archive = ArchiveOnDisk.Create();
        await archive.ImportAsync(archive.Seed("a.txt", Page([Full[0], Full[1], Full[0]])));
        var post = await TheOnlyAsync(archive);

        Assert.Equal(3, post.Headlines.Select(headline => headline.PublicId).Distinct().Count());
        Assert.All(post.Headlines, headline => Assert.Matches("^[0-9a-hjkmnp-tv-z]{10}$", headline.PublicId));
    }

    [Fact]
    public async Task A_dry_run_says_what_would_change_and_changes_nothing()
    {
        await using var archive = ArchiveOnDisk.Create();
        await archive.ImportAsync(archive.Seed("a.txt", Page(Full)));
        var content = await PublicContent.OfAsync(archive);
        archive.Seed("b.txt", Page([.. Full, "One more"]));
        archive.Seed("c.txt", Page([.. Full, "One more"], "solidarity"));
        var report = await archive.Importer().RunAsync(new([archive.Seeds], DryRun: true), cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(new PostCounts(Superseded: 1, Unchanged: 2), report.Posts);
        Assert.Equal([FileOutcome.AlreadyThere, FileOutcome.Imported, FileOutcome.Imported], report.Files.Select(file => file.Outcome));
        Assert.Equal(content, await PublicContent.OfAsync(archive));
    }

    private static string Page(IEnumerable<string> headlines, string category = "human dignity") =>
        $"Category Archives: {category}\n\n{string.Join("\n\n", headlines.Prepend(Digest))}\n";

    private static async Task<Post> TheOnlyAsync(ArchiveOnDisk archive)
    {
        await using var context = archive.Context();
        return await context.Posts.AsNoTrackingWithIdentityResolution().Include(post => post.Headlines.OrderBy(headline => headline.Position)).Include(post => post.Categories)
            .Include(post => post.Provenances).ThenInclude(from => from.Source).SingleAsync();
    }

    private static async Task<int> RevisionsAsync(ArchiveOnDisk archive)
    {
        await using var context = archive.Context();
        return await context.Set<Revision>().CountAsync();
    }
}
