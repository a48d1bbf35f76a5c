using System.Data.Common;
using Archive.Store;
using Archive.Web.Tests.Desk;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Web.Tests.Reading;

/// <summary>No page asks more often because it has more rows, and none reads a row that it does not show. Counted, never timed.</summary>
public sealed class SlowPathTests(SlowPathTests.Archives archives) : IClassFixture<SlowPathTests.Archives>
{
    public static TheoryData<string> Pages { get; } =
    [
        "/", "/2021", "/2021/03", "/2021/03/10", "/2021/03/10/digest-0", "/2021/03/10/digest-0/source", "/2021/03/10/report", "/undated",
        "/outlets", "/outlets/outlet-0", "/categories", "/categories/news", "/about", "/headlines/0000000000", "/headlines/0000000000/source", "/stories/0000000000", "/calendar",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_asks_as_often_for_twenty_rows_as_for_ten(string address)
    {
        Assert.Equal((await archives.CountAsync(10, address)).Commands, (await archives.CountAsync(20, address)).Commands);
    }

    [Theory]
    [InlineData("/search")]
    [InlineData("/search?q=headline")]
    [InlineData("/search?q=headline+-1&sort=best")]
    [InlineData("/search?q=headlime")]
    [InlineData("/search.json?q=headline&outlet=outlet-0")]
    public async Task A_search_asks_as_often_for_twenty_rows_as_for_ten(string address)
    {
        Assert.Equal((await archives.CountAsync(10, address)).Commands, (await archives.CountAsync(20, address)).Commands);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_of_an_archive_of_500_posts_reads_about_what_it_shows(string address)
    {
        var (commands, rows, shown) = await archives.CountAsync(500, address);

        Assert.InRange(commands, 1, 20);
        // Two for each command: one read that finds no further row, and one row for the post itself, a neighbour, a count or an end of the list.
        Assert.True(rows <= shown + 2 * commands, $"{address} read {rows} rows in {commands} commands and shows {shown} items");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/2021")]
    [InlineData("/2021/03")]
    [InlineData("/2021/03/10")]
    [InlineData("/undated")]
    [InlineData("/outlets")]
    [InlineData("/outlets/outlet-0")]
    [InlineData("/categories/news")]
    public async Task A_list_reads_no_more_rows_because_the_archive_is_larger(string address)
    {
        Assert.Equal((await archives.CountAsync(250, address)).Rows, (await archives.CountAsync(500, address)).Rows);
    }

    /// <summary>Archives of several sizes, each made once.</summary>
    public sealed class Archives : IAsyncDisposable
    {
        private readonly Dictionary<int, CountedSite> sites = [];

        internal async Task<(int Commands, int Rows, int Shown)> CountAsync(int rows, string address)
        {
            if (!sites.TryGetValue(rows, out var site))
            {
                sites[rows] = site = new(rows);
                await site.InitializeAsync();
            }
            return await site.CountAsync(address);
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var site in sites.Values)
            {
                await site.DisposeAsync();
            }
        }
    }

    private sealed class CountedSite(int rows) : ShelfSite
    {
        private readonly Counter counter = new();

        public async Task<(int Commands, int Rows, int Shown)> CountAsync(string address)
        {
            await PageAsync(address);
            (counter.Commands, counter.Rows) = (0, 0);
            var page = await PageAsync(address);
            return (counter.Commands, counter.Rows, page.QuerySelectorAll("main li, main dd, main .text p").Length);
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton<IInterceptor>(counter);
                services.PublishNothingByItself();
            });
            // Every page is made anew.
            builder.UseSetting("Site:PageCacheMegabytes", "0");
        }

        protected override IEnumerable<Post> Shelf()
        {
            Category news = new() { Name = "News", Slug = "news" };
            var outlets = Enumerable.Range(0, rows).Select(i => new Outlet { Name = $"Outlet {i}", Slug = $"outlet-{i}" }).ToList();
            List<Post> posts = [];
            for (var i = 0; i < rows; i++)
            {
                var digest = HandMade.Make(PostKind.Digest, $"Digest {i}", new(2021, 3, 10));
                for (var j = 0; j < (i == 0 ? rows : 1); j++)
                {
                    HandMade.AddHeadline(digest, $"Headline {j}", outlet: outlets[j]).PublicId = $"{i:00000}{j:00000}";
                }
                digest.Categories.Add(news);
                posts.Add(digest);
                posts.Add(HandMade.Make(PostKind.Article, $"Undated {i}", null, null, "Text"));
            }
            posts.Add(HandMade.Make(PostKind.Report, "Report", new(2021, 3, 10), null, [.. Enumerable.Repeat("A paragraph", rows)]));
            HandMade.Keep("many.txt", [.. Enumerable.Repeat("A line", 2 * rows + 2)], [.. posts.Select(post => (post, 1, 2 * rows + 2))]);
            return posts;
        }
    }

    private sealed class Counter : DbCommandInterceptor
    {
        public int Commands { get; set; }

        public int Rows { get; set; }

        public override ValueTask<DbDataReader> ReaderExecutedAsync(
            DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
        {
            Commands += command.CommandText.StartsWith("PRAGMA", StringComparison.Ordinal) ? 0 : 1;
            return new(result);
        }

        public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
        {
            Rows += eventData.ReadCount;
            return result;
        }
    }
}
