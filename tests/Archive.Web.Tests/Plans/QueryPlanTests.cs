using Archive.Store;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Tests.Plans;

/// <summary>What the database does for a page: an index leads to what is shown, however large the archive is. The plans are read, nothing is timed.</summary>
public sealed class QueryPlanTests(LargeSite site) : IClassFixture<LargeSite>
{
    public static TheoryData<string> Pages { get; } =
    [
        "/", $"/?before={LargeSite.First.AddDays(1):yyyy-MM-dd}", $"/?after={LargeSite.First.AddDays(1):yyyy-MM-dd}", $"/?before={LargeSite.Middle:yyyy-MM-dd}",
        Permalink.Day(LargeSite.First), Permalink.Day(LargeSite.Middle), Permalink.Day(LargeSite.Last),
        Permalink.Post(LargeSite.First, "digest-2", 1), Permalink.Post(LargeSite.Middle, "digest-2", 1), Permalink.Post(LargeSite.Last, "digest-2", 1),
        Permalink.Month(LargeSite.First.Year, LargeSite.First.Month), Permalink.Month(LargeSite.Middle.Year, LargeSite.Middle.Month),
        Permalink.Month(LargeSite.Last.Year, LargeSite.Last.Month),
        Permalink.Year(LargeSite.Middle.Year),
        Permalink.Sitemap, Permalink.SitemapPart($"{LargeSite.Middle:yyyy-MM}"), Permalink.SitemapPart("pages"),
        Permalink.Feed, $"{Permalink.Feed}?before={LargeSite.Middle:yyyy-MM-dd}",
        Permalink.Corrections(), Permalink.Corrections(4_000), Permalink.PostCorrections(LargeSite.Middle, "digest-2", 1),
        "/headlines/0000020000", Permalink.Story(LargeSite.Headline),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task An_index_leads_to_everything_that_a_page_shows(string address)
    {
        var plans = await site.PlansOfAsync(address);

        Assert.NotEmpty(plans);
        Assert.All(plans, plan => Assert.True(plan.Fault is null, plan.ToString()));
    }

    [Fact]
    public async Task A_year_of_days_reads_its_own_posts_by_an_index()
    {
        var plans = await site.PlansOfAsync(Permalink.Calendar(LargeSite.Middle.Year));

        // They are many more than a list shows; what it must not do is pass the posts of other years.
        Assert.NotEmpty(plans);
        Assert.All(plans, plan => Assert.NotEqual("reads a whole table", plan.Fault));
    }

    [Fact]
    public async Task A_question_that_no_index_answers_is_seen()
    {
        var plans = await site.PlansOfAsync(archive => archive.Posts.CountAsync(post => post.Place == "nowhere", TestContext.Current.CancellationToken));

        Assert.Equal("reads a whole table", Assert.Single(plans).Fault);
    }

    [Fact]
    public async Task An_index_that_is_read_from_end_to_end_is_seen()
    {
        var plans = await site.PlansOfAsync(archive =>
            archive.Headlines.CountAsync(headline => string.Compare(headline.PublicId, "") > 0, TestContext.Current.CancellationToken));

        Assert.NotNull(Assert.Single(plans).Fault);
    }
}
