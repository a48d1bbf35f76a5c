using Archive.Store;
using Archive.Store.History;
using Archive.Store.History.Auditing;
using Archive.Web.Tests.Desk;
using Archive.Web.Tests.Reading;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Web.Tests.Plans;

/// <summary>The site over 8,000 posts of five and a half years with 40,000 headlines: enough that a planner prefers an index where there is one.</summary>
public sealed class LargeSite : ShelfSite
{
    private const int Posts = 8_000;
    private const int PerDay = 4;
    private const int HeadlinesPerDigest = 5;

    public static readonly DateOnly First = new(2015, 1, 1);

    public static readonly DateOnly Middle = First.AddDays(Posts / PerDay / 2);

    /// <summary>The first headline of a digest from the middle.</summary>
    public const string Headline = "0000020001";

    public static readonly DateOnly Last = First.AddDays(Posts / PerDay - 1);

    private readonly PlanReader plans = new();

    /// <summary>Asks for a page and gives the plan of each of its commands.</summary>
    public async Task<IReadOnlyList<Explained>> PlansOfAsync(string address)
    {
        Server.PreserveExecutionContext = true;
        var explained = plans.Begin();
        await PageAsync(address);
        return explained;
    }

    /// <summary>Asks the store as a page does, and gives the plans.</summary>
    public async Task<IReadOnlyList<Explained>> PlansOfAsync(Func<ArchiveContext, Task> question)
    {
        await using var scope = Services.CreateAsyncScope();
        var explained = plans.Begin();
        await question(scope.ServiceProvider.GetRequiredService<ArchiveContext>());
        return explained;
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var (posts, outlets) = Make();
        await using (var write = await ArchiveWrite.BeginAsync(Services.GetRequiredService<IDbContextFactory<ArchiveContext>>()))
        {
            await write.Archive.BulkInsertAsync(outlets);
            await write.Archive.BulkInsertAsync(posts);
            await write.Archive.BulkInsertAsync(posts.SelectMany(post => post.Headlines));
            await write.Archive.BulkInsertAsync(posts.SelectMany(post => post.Passages));
            await write.Archive.BulkInsertAsync([Category]);
            await write.Archive.BulkInsertAsync(posts.Select(post => new PostCategory { PostId = post.Id, CategoryId = Category.Id }));
            await write.Archive.BulkInsertAsync([From]);
            await write.Archive.BulkInsertAsync(posts.Select(ProvenanceOf));
            await write.Archive.BulkInsertAsync(posts.Select(ProblemOf));
            await write.Archive.BulkInsertAsync(posts.Select(RevisionOf));
            await write.KeepUpAsync(posts.Select(post => post.SortDay));
            // Every digest a story of its own, as if its headlines reported one event.
            await write.Archive.StoryMembers.ExecuteDeleteAsync();
            await write.Archive.BulkInsertAsync(posts.SelectMany(post => post.Headlines.Select(headline => new StoryMember { HeadlineId = headline.Id, StoryId = post.Headlines[0].Id })));
            Assert.Equal(CommitOutcome.Confirmed, await write.CommitAsync(AuditEntry.OfCommand("test")));
        }
        // On PostgreSQL autovacuum does; SQLite is never told to, and plans by its rules alone.
        if (StoreUnderTest.Kind == StoreKind.Postgres)
        {
            await Store.ExecuteAsync("ANALYZE");
        }
    }

    protected override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string> { ["Site:PageCacheMegabytes"] = "0", ["Site:BaseAddress"] = "https://archive.example" };

    protected override IEnumerable<Post> Shelf() => [];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<IInterceptor>(plans);
            services.PublishNothingByItself();
        });
    }

    private static Category Category { get; } = new() { Id = 1, Name = "Human dignity", Slug = "human-dignity" };

    private static Source From { get; } = new()
    {
        Id = 1, FileName = "many.txt", Sha256 = new('0', 64), Encoding = "utf-8", LineCount = 20 * Posts, Layout = "weblog-archive", ImportedAt = new(2021, 3, 1, 0, 0, 0, DateTimeKind.Utc),
    };

    private static Provenance ProvenanceOf(Post post) => new()
    {
        Id = post.Id, PostId = post.Id, SourceId = From.Id, LineFirst = (int)post.Id * 20, LineLast = (int)post.Id * 20 + 15, PrintedHash = post.PrintedHash,
        HeadlineLines = [.. post.Headlines.Select((_, i) => (int)post.Id * 20 + 2 + i)],
    };

    // Each was called otherwise once.
    private static Revision RevisionOf(Post post) => new()
    {
        Id = post.Id, PostId = post.Id, Number = 1, At = new(2021, 4, 1, 0, 0, 0, DateTimeKind.Utc), Actor = "account 1", Action = "correct", IsPublic = post.Id % 7 > 0,
        Snapshot = (PostSnapshot.Of(post) with { Title = "Another title" }).ToJson(),
    };

    private static SourceProblem ProblemOf(Post post) =>
        new() { Id = post.Id, SourceId = From.Id, PostId = post.Id, Line = (int)post.Id * 20, Code = "weekday-conflict", Message = "The weekdays are others." };

    // Mostly digests of three days; now and then an article, and a report of which only the month is known.
    private static (List<Post> Posts, List<Outlet> Outlets) Make()
    {
        var outlets = Enumerable.Range(1, 50).Select(i => new Outlet { Id = i, Name = $"Outlet {i}", Slug = $"outlet-{i}" }).ToList();
        List<Post> posts = [];
        var headlineId = 0L;
        for (var i = 0; i < Posts; i++)
        {
            var day = First.AddDays(i / PerDay);
            var post = (i % 50) switch
            {
                0 => HandMade.Make(PostKind.Article, $"Article {i}", day, day, "A paragraph", "Another"),
                1 => HandMade.Make(PostKind.Report, $"Report {i}", new(day.Year, day.Month, 1), new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month))),
                _ => HandMade.Make(PostKind.Digest, $"Digest {i % PerDay}", day.AddDays(-2), day, "An introduction"),
            };
            post.DatePrecision = i % 50 == 1 ? DatePrecision.Month : DatePrecision.Day;
            post.Id = i + 1;
            post.OutletId = i % 50 == 0 ? outlets[i % outlets.Count].Id : null;
            for (var j = 0; post.Kind == PostKind.Digest && j < HeadlinesPerDigest; j++)
            {
                var headline = HandMade.AddHeadline(post, $"Headline {i} {j}");
                (headline.Id, headline.PostId, headline.PublicId) = (++headlineId, post.Id, $"{headlineId:0000000000}");
                headline.OutletId = outlets[(int)(headlineId % outlets.Count)].Id;
            }
            post.Passages.ForEach(passage => (passage.Id, passage.PostId) = (post.Id * 10 + passage.Position, post.Id));
            posts.Add(post);
        }
        return (posts, outlets);
    }
}
