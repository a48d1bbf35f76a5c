using System.Net;
using Archive.Store;
using Archive.Store.History.Auditing;
using Archive.Store.Stories;
using Archive.Web.Tests.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Web.Tests.Search;

/// <summary>A story over time has one address, that of its earliest headline, and its headlines name it.</summary>
public sealed class StoryPageTests(StoryPageTests.StorySite site) : IClassFixture<StoryPageTests.StorySite>
{
    private const string Short = "Retail groups ask Congress to act on forced labour";
    private const string Full = "US retail groups ask Congress to act on forced labor in Xinjiang";

    [Fact]
    public async Task A_story_shows_every_headline_oldest_first_under_its_fullest_wording()
    {
        var page = await site.PageAsync(Permalink.Story(site.First));

        Assert.Equal(Full, page.QuerySelector("h1")!.TextContent);
        Assert.Equal([Short, Full, "Retail groups ask Congress to act …"], page.QuerySelectorAll(".members .title").Select(link => link.TextContent));
        Assert.Equal([Permalink.Headline(site.First), Permalink.Headline(site.Second), Permalink.Headline(site.Third)], page.QuerySelectorAll(".members .title").Select(link => link.GetAttribute("href")));
        Assert.Contains("3 headlines in 2 digests", page.QuerySelector(".dateline")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("BBC", page.QuerySelector(".members")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll(".members a"), link => link.GetAttribute("href")!.StartsWith("/2021/01/29/uyghur-news", StringComparison.Ordinal));
        Assert.EndsWith(Permalink.Story(site.First), page.QuerySelector("link[rel=canonical]")!.GetAttribute("href")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_picture_has_a_bar_for_each_day_on_which_it_was_listed_and_says_the_same_in_a_table()
    {
        var page = await site.PageAsync(Permalink.Story(site.First));

        Assert.Equal(["/2021/01/26", "/2021/01/29"], page.QuerySelectorAll(".timeline svg a").Select(bar => bar.GetAttribute("href")));
        Assert.Equal(["1", "0", "0", "2"], page.QuerySelectorAll(".timeline td").Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task The_address_of_any_other_headline_of_it_is_moved_to_that_of_the_earliest()
    {
        using var client = site.CreateClient();
        foreach (var id in new[] { site.Second, site.Third, site.First.ToUpperInvariant() })
        {
            using var answer = await client.GetAsync(Permalink.Story(id), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
            Assert.Equal(Permalink.Story(site.First), answer.Headers.Location!.ToString());
        }
    }

    [Fact]
    public async Task A_headline_that_is_alone_is_no_story_yet_and_no_id_of_none_is_one()
    {
        using var client = site.CreateClient();
        using var alone = await client.GetAsync(Permalink.Story(site.Alone), TestContext.Current.CancellationToken);
        using var unknown = await client.GetAsync(Permalink.Story("zzzzzzzzzz"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, alone.StatusCode);
        Assert.Equal(Permalink.Headline(site.Alone), alone.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task A_headline_says_in_how_many_other_digests_its_story_is()
    {
        var third = await site.PageAsync(Permalink.Headline(site.Third));
        var alone = await site.PageAsync(Permalink.Headline(site.Alone));
        var twice = await site.PageAsync(Permalink.Headline(site.Twice));

        Assert.Equal("Also reported in 1 other digest", third.QuerySelector($"a[href='{Permalink.Story(site.First)}']")!.TextContent);
        Assert.Empty(alone.QuerySelectorAll("a[href^='/stories/']"));
        Assert.Equal("Listed more than once in this digest", twice.QuerySelector("a[href^='/stories/']")!.TextContent);
    }

    /// <summary>Two digests, and one that lists the same twice.</summary>
    public sealed class StorySite : ShelfSite
    {
        public string First { get; private set; } = "";

        public string Second { get; private set; } = "";

        public string Third { get; private set; } = "";

        public string Alone { get; private set; } = "";

        public string Twice { get; private set; } = "";

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            await using var write = await ArchiveWrite.BeginAsync(Services.GetRequiredService<IDbContextFactory<ArchiveContext>>());
            await write.Archive.MakeStoriesAsync();
            Assert.Equal(CommitOutcome.Confirmed, await write.CommitAsync(AuditEntry.OfCommand("test")));
        }

        protected override IEnumerable<Post> Shelf()
        {
            var early = HandMade.Digest(new(2021, 1, 24), new(2021, 1, 26), Short, "A book on shoes");
            var late = HandMade.Digest(new(2021, 1, 27), new(2021, 1, 29));
            (First, Alone) = (early.Headlines[0].PublicId, early.Headlines[1].PublicId);
            Second = HandMade.AddHeadline(late, Full, outlet: new() { Name = "BBC", Slug = "bbc" }).PublicId;
            Third = HandMade.AddHeadline(late, "Retail groups ask Congress to act …").PublicId;
            var other = HandMade.Digest(new(2021, 3, 1), new(2021, 3, 2), "Herders clash with miners in Xilingol", "Herders clash with miners in Xilin Gol");
            Twice = other.Headlines[1].PublicId;
            return [late, other, early];
        }
    }
}
