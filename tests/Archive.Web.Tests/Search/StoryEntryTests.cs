using Archive.Store;
using Archive.Store.History.Auditing;
using Archive.Store.Links;
using Archive.Store.Links.Checking;
using Archive.Web.Tests.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Web.Tests.Search;

/// <summary>Headlines of one story are one entry of the page, which opens to all of them; programs get each.</summary>
public sealed class StoryEntryTests(StoryEntryTests.TwiceReported site) : IClassFixture<StoryEntryTests.TwiceReported>
{
    [Fact]
    public async Task A_story_of_three_is_one_entry_that_opens_to_every_member_with_its_digest()
    {
        var page = await site.PageAsync("/search?q=tribunal");

        Assert.Equal("4 headlines", page.QuerySelector(".tally h2")!.TextContent);
        Assert.Equal(["Tribunal opens in London", "Uyghur tribunal hears first witnesses"], page.QuerySelectorAll(".found h3").Select(title => title.TextContent));
        var story = Assert.Single(page.QuerySelectorAll("details.story"));
        Assert.Equal("3 headlines of this story", story.QuerySelector("summary")!.TextContent);
        Assert.Equal(
            ["Uyghur Tribunal hears witnesses", "Tribunal hears first Uyghur witnesses", "Uyghur tribunal hears first witnesses"],
            story.QuerySelectorAll(".members .title").Select(title => title.TextContent));
        Assert.Equal(["/2021/06/04/", "/2021/06/05/", "/2021/06/06/"], story.QuerySelectorAll(".members .beside > a[href^='/2021/']").Select(place => place.GetAttribute("href")![..12]));
        Assert.Equal(Permalink.Story(site.Earliest), story.QuerySelector(".more a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_member_that_does_not_match_is_in_the_story_and_not_in_the_count()
    {
        var page = await site.PageAsync("/search?q=%22first+witnesses%22");

        Assert.Equal("1 headline", page.QuerySelector(".tally h2")!.TextContent);
        Assert.Equal(3, page.QuerySelectorAll("details.story .members li").Length);
    }

    [Fact]
    public async Task Programs_get_every_headline_and_the_address_of_its_story()
    {
        using var client = site.CreateClient();
        var feed = await new FoundByMachines(client).ReadAsync("/search.json?q=tribunal");

        Assert.Equal(4, feed.GetProperty("items").GetArrayLength());
        Assert.Equal(
            [false, true, true, true],
            feed.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("_archive").TryGetProperty("story", out var story)
                && story.GetString() == "https://archive.example" + Permalink.Story(site.Earliest)));
    }

    [Fact]
    public async Task A_member_says_that_its_link_is_dead_wherever_the_story_is_told()
    {
        foreach (var address in new[] { "/search?q=tribunal", Permalink.Story(site.Earliest) })
        {
            var page = await site.PageAsync(address);

            Assert.Equal([false, true, false], page.QuerySelectorAll(".members li").Select(member => member.QuerySelector(".lost")?.TextContent == "link dead"));
        }
    }

    public sealed class TwiceReported : ShelfSite
    {
        public string Earliest { get; private set; } = "";

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            await using var write = await ArchiveWrite.BeginAsync(Services.GetRequiredService<IDbContextFactory<ArchiveContext>>());
            var told = await write.Archive.Headlines.Include(headline => headline.Post).Where(headline => headline.Text.Contains("itnesses")).OrderBy(headline => headline.Post!.SortDay).ToListAsync();
            Earliest = told[0].PublicId;
            var days = told.ConvertAll(headline => headline.Post!.SortDay);
            foreach (var (headline, gone) in told.Zip([0, CheckedLink.DaysToBeDead, 1]))
            {
                headline.Url = $"https://news.example/{headline.PublicId}";
                headline.UrlKey = LinkAddress.KeyOf(headline.Url);
                write.Archive.CheckedLinks.Add(new() { UrlKey = headline.UrlKey!, GoneDays = gone, IsDead = gone == CheckedLink.DaysToBeDead });
            }
            await write.Archive.SaveChangesAsync();
            await write.KeepUpAsync(days);
            // As they would be were no rule there: what is tried here is how they are shown.
            await write.Archive.StoryMembers.ExecuteDeleteAsync();
            write.Archive.StoryMembers.AddRange(told.Select(headline => new StoryMember { HeadlineId = headline.Id, StoryId = told[0].Id }));
            await write.Archive.SaveChangesAsync();
            Assert.Equal(CommitOutcome.Confirmed, await write.CommitAsync(AuditEntry.OfCommand("test")));
        }

        protected override IEnumerable<Post> Shelf() =>
        [
            HandMade.Digest(new(2021, 6, 4), new(2021, 6, 4), "Uyghur Tribunal hears witnesses", "Something else"),
            HandMade.Digest(new(2021, 6, 5), new(2021, 6, 5), "Tribunal hears first Uyghur witnesses"),
            HandMade.Digest(new(2021, 6, 6), new(2021, 6, 6), "Uyghur tribunal hears first witnesses"),
            HandMade.Digest(new(2021, 6, 7), new(2021, 6, 7), "Tribunal opens in London"),
        ];
    }
}
