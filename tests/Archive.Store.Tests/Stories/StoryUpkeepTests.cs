using Archive.Store.History.Auditing;
using Archive.Store.Stories;

namespace Archive.Store.Tests.Stories;

/// <summary>Stories after every change are those that grouping the whole archive gives, and what the decision record says of them holds.</summary>
public sealed class StoryUpkeepTests
{
    private static readonly DateOnly Start = new(2021, 1, 1);

    // Wordings that are the same as some, not as others, come back for weeks and are labelled, cut, turned round.
    private static readonly string[] Wordings =
    [
        "Daily news", "Press briefing", "Lake province closes last Uyghur bookshop in regional capital", "Lake province closes last Uighur bookshop – BBC News",
        "Lake province closes last Uyghur bookshop in …", "Lake province reopens last Uyghur bookshop in regional capital", "Ten students arrested at Lanzhou university",
        "10 students arrested at Lanzhou University after protest", "Twelve students arrested at Lanzhou university", "Students arrested at Lanzhou university",
        "Audits in Xinjiang are impossible, cotton traders say", "Cotton traders say audits in Xinjiang are impossible", "Cotton traders say audits in East Turkistan are impossible for now",
        "[US] cotton traders say audits in Xinjiang are impossible", "维吾尔人权法案在上议院获得通过", "快讯：維吾爾人權法案在上議院獲得通過", "What is it?", "…", "Surveilliance of Uyghurs detailed in police files", "Surveillance of Uighurs detailed in police files",
        "Uighurs hold day of fasting", "Uyghurs hold day of fasting in Berlin", "Uyghurs hold day of fasting in Paris", "Herders clash with miners in Xilingol mine", "Herders clash with miners in Xilin Gol mine",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task After_any_changes_in_any_order_stories_are_what_the_whole_archive_gives(int seed)
    {
        var random = new Random(seed);
        await using var archive = ArchiveOnDisk.Create();
        for (var change = 0; change < 30; change++)
        {
            await using (var write = await ArchiveWrite.BeginAsync(archive.Factory, TestContext.Current.CancellationToken))
            {
                var touched = await ChangeAsync(write.Archive, random, change);
                await write.Archive.KeepStoriesAsync(touched, TestContext.Current.CancellationToken);
                Assert.Equal(CommitOutcome.Confirmed, await write.CommitAsync(AuditEntry.OfCommand("test")));
            }
            await using var context = archive.Context();
            Assert.Equal(await PlainlyAsync(context), await KeptAsync(context));
        }
        await using var whole = await ArchiveWrite.BeginAsync(archive.Factory, TestContext.Current.CancellationToken);
        Assert.Empty(await whole.Archive.MakeStoriesAsync(TestContext.Current.CancellationToken));
        Assert.NotEmpty(await KeptAsync(whole.Archive));
    }

    [Fact]
    public async Task A_headline_that_comes_every_day_makes_stories_of_a_week_not_one_without_end()
    {
        await using var archive = ArchiveOnDisk.Create();
        await using var write = await ArchiveWrite.BeginAsync(archive.Factory, TestContext.Current.CancellationToken);
        write.Archive.Posts.AddRange(Enumerable.Range(0, 60).Select(day => Digest("digest", Start.AddDays(day), "Press briefing")));
        await write.Archive.SaveChangesAsync(TestContext.Current.CancellationToken);
        await write.Archive.MakeStoriesAsync(TestContext.Current.CancellationToken);
        var days = await write.Archive.Headlines.ToDictionaryAsync(headline => headline.Id, headline => headline.Post!.SortDay.DayNumber, TestContext.Current.CancellationToken);
        var stories = (await KeptAsync(write.Archive)).GroupBy(member => member.Story, member => days[member.Headline]).ToList();

        Assert.All(stories, story => Assert.InRange(story.Max() - story.Min(), 1, StoryScan.Span));
        Assert.InRange(stories.Count, 7, 10);
    }

    [Fact]
    public async Task Grouping_years_at_once_gives_what_grouping_any_day_of_them_gives()
    {
        await using var archive = ArchiveOnDisk.Create();
        await using var write = await ArchiveWrite.BeginAsync(archive.Factory, TestContext.Current.CancellationToken);
        write.Archive.Posts.AddRange(Enumerable.Range(0, 900).Select(day => Digest("digest", Start.AddDays(day), day % 11 == 0 ? Wordings[day % Wordings.Length] : "Press briefing", Wordings[day / 3 % 4])));
        await write.Archive.SaveChangesAsync(TestContext.Current.CancellationToken);
        await write.Archive.MakeStoriesAsync(TestContext.Current.CancellationToken);

        Assert.Equal(await PlainlyAsync(write.Archive), await KeptAsync(write.Archive));
        Assert.Empty(await write.Archive.KeepStoriesAsync([Start.AddDays(360), Start.AddDays(460), Start.AddDays(740)], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Headlines_without_a_date_and_eight_days_apart_make_no_story()
    {
        await using var archive = ArchiveOnDisk.Create();
        await using var write = await ArchiveWrite.BeginAsync(archive.Factory, TestContext.Current.CancellationToken);
        write.Archive.Posts.AddRange(Digest("a", null, Wordings[2]), Digest("b", null, Wordings[2]), Digest("c", Start, Wordings[2]), Digest("d", Start.AddDays(8), Wordings[2]));
        await write.Archive.SaveChangesAsync(TestContext.Current.CancellationToken);
        await write.Archive.MakeStoriesAsync(TestContext.Current.CancellationToken);

        Assert.Empty(await KeptAsync(write.Archive));
    }

    [Fact]
    public async Task A_story_is_named_by_its_earliest_headline_whichever_was_imported_first()
    {
        await using var archive = ArchiveOnDisk.Create();
        List<string> names = [];
        foreach (var day in (int[])[5, 3, 0])
        {
            await using var write = await ArchiveWrite.BeginAsync(archive.Factory, TestContext.Current.CancellationToken);
            write.Archive.Posts.Add(Digest("digest", Start.AddDays(day), Wordings[2]));
            await write.Archive.SaveChangesAsync(TestContext.Current.CancellationToken);
            await write.Archive.KeepStoriesAsync([Start.AddDays(day)], TestContext.Current.CancellationToken);
            var kept = await KeptAsync(write.Archive);
            names.AddRange(kept.Select(member => write.Archive.Headlines.Where(headline => headline.Id == member.Story).Select(headline => headline.Post!.SortDay).Single().ToString("o")).Distinct());
            Assert.Equal(CommitOutcome.Confirmed, await write.CommitAsync(AuditEntry.OfCommand("test")));
        }

        Assert.Equal(["2021-01-04", "2021-01-01"], names);
    }

    private static Post Digest(string slug, DateOnly? day, params string[] texts)
    {
        var post = new Post
        {
            Kind = PostKind.Digest, Title = slug, Slug = slug, DateStart = day, DateEnd = day, SourceKey = slug, TitleKey = slug, ContentHash = "c", PrintedHash = "p", HeadlineCount = texts.Length,
        };
        post.Headlines.AddRange(texts.Select((text, i) => new Headline { PublicId = Guid.NewGuid().ToString("N")[..10], Position = i, Text = text }));
        return post;
    }

    // Adds, moves, rewords or removes a digest or two; says which days that touched.
    private static async Task<List<DateOnly>> ChangeAsync(ArchiveContext context, Random random, int change)
    {
        List<DateOnly> touched = [];
        var posts = await context.Posts.Include(post => post.Headlines).OrderBy(post => post.Id).ToListAsync(TestContext.Current.CancellationToken);
        var old = posts.Count > 5 ? posts[random.Next(posts.Count)] : null;
        if (old is not null)
        {
            touched.Add(old.SortDay);
        }
        switch (random.Next(5))
        {
            case 0 when old is not null:
                context.Remove(old);
                break;
            case 1 when old is not null:
                (old.DateStart, old.DateEnd) = (Start.AddDays(random.Next(50)), null);
                old.DateEnd = old.DateStart;
                touched.Add(old.SortDay);
                break;
            case 2 when old is not null:
                old.Headlines.ForEach(headline => headline.Text = Wordings[random.Next(Wordings.Length)]);
                break;
            default:
                for (var i = 0; i < 1 + random.Next(4); i++)
                {
                    var day = Start.AddDays(random.Next(50));
                    touched.Add(day);
                    context.Add(Digest($"digest-{change}-{i}", day, [.. Enumerable.Range(0, 1 + random.Next(4)).Select(_ => Wordings[random.Next(random.Next(2) == 0 ? 4 : Wordings.Length)])]));
                }
                break;
        }
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        return touched;
    }

    private static async Task<List<(long Headline, long Story)>> KeptAsync(ArchiveContext context) =>
        [.. (await context.StoryMembers.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken)).Select(member => (member.HeadlineId, member.StoryId)).Order()];

    // The decision record in so many words: every headline against every other.
    private static async Task<List<(long Headline, long Story)>> PlainlyAsync(ArchiveContext context)
    {
        var all = (await context.Headlines.AsNoTracking().Include(headline => headline.Post).Where(headline => headline.Post!.DateEnd != null).ToListAsync(TestContext.Current.CancellationToken))
            .OrderBy(headline => headline.Post!.SortDay).ThenBy(headline => headline.Post!.Slug, StringComparer.Ordinal).ThenBy(headline => headline.Post!.Ordinal).ThenBy(headline => headline.Position)
            .Select(headline => (headline.Id, Day: headline.Post!.SortDay.DayNumber, headline.Text)).ToList();
        HashSet<long> begin = [], goOn = [];
        Dictionary<long, long> story = [];
        Dictionary<long, List<string>> agreeing = [];
        for (var i = 0; i < all.Count; i++)
        {
            var own = all[i];
            var same = all.Take(i).Where(earlier => own.Day - earlier.Day <= 7 && StoryRule.IsSame(earlier.Text, own.Text)).Select(earlier => (earlier.Id, earlier.Day)).ToList();
            var found = same.Where(earlier => begin.Contains(earlier.Id)).Concat(same.Where(earlier => goOn.Contains(earlier.Id) && earlier.Day / 8 == own.Day / 8))
                .ToList().FindAll(start => Takes(agreeing[start.Id], own.Text));
            story[own.Id] = found.Count > 0 ? found[0].Id : own.Id;
            if (found.Count == 0)
            {
                (same.Count == 0 ? begin : goOn).Add(own.Id);
                agreeing[own.Id] = [own.Text];
            }
        }
        return [.. story.GroupBy(member => member.Value).Where(members => members.Count() > 1).SelectMany(members => members).Select(member => (member.Key, member.Value)).Order()];
    }

    private static bool Takes(List<string> agreeing, string text)
    {
        var takes = agreeing.TrueForAll(before => before == text || !StoryRule.Contradict(StoryWording.Of(before), StoryWording.Of(text)));
        if (takes)
        {
            agreeing.Add(text);
        }
        return takes;
    }
}
