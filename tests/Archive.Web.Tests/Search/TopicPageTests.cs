using System.Net;
using Archive.Store;
using Archive.Store.Search;

namespace Archive.Web.Tests.Search;

public sealed class TopicPageTests(ManyHeadlines site) : IClassFixture<ManyHeadlines>
{
    [Fact]
    public async Task The_thesaurus_shows_every_topic_with_its_reason_and_what_it_is_kept_apart_from()
    {
        var page = await site.PageAsync(Permalink.Thesaurus);

        var shown = page.QuerySelectorAll("article.topic");
        Assert.Equal(Thesaurus.Default.Topics.Select(topic => topic.Slug), shown.Select(article => article.Id));
        foreach (var (article, topic) in shown.Zip(Thesaurus.Default.Topics))
        {
            Assert.Equal(topic.Name, article.QuerySelector("h3 a[href]")!.TextContent);
            Assert.Equal(topic.Reason, article.QuerySelector(".reason")!.TextContent);
            Assert.Equal(topic.Spellings.Skip(1).Select(spelling => spelling.Text), article.QuerySelectorAll(".spelling bdi").Select(spelling => spelling.TextContent));
            Assert.Equal(topic.Related.Select(related => related.Why), article.QuerySelectorAll(".related dd").Select(why => why.TextContent));
        }
        Assert.All(page.QuerySelectorAll(".letters a"), letter => Assert.NotNull(page.GetElementById(letter.GetAttribute("href")![1..])));
    }

    [Fact]
    public async Task Spellings_carry_the_language_that_their_script_says_and_an_ending_that_may_be_any()
    {
        var page = await site.PageAsync(Permalink.Thesaurus);

        var spellings = page.QuerySelector("#uyghur")!.QuerySelectorAll(".spelling");
        Assert.Equal("ug", spellings.Single(spelling => spelling.QuerySelector("bdi")!.TextContent == "ئۇيغۇر").QuerySelector("bdi")!.GetAttribute("lang"));
        Assert.Equal("…", spellings.Single(spelling => spelling.QuerySelector("bdi")!.TextContent == "ئۇيغۇر").QuerySelector("abbr")!.TextContent);
        Assert.Equal("zh", spellings.Select(spelling => spelling.QuerySelector("bdi")!).Single(spelling => spelling.TextContent == "维吾尔").GetAttribute("lang"));
    }

    [Theory]
    [InlineData("/topics/uyghur")]
    [InlineData("/topics/xinjiang")]
    [InlineData("/topics/forced-labour")]
    [InlineData("/topics/china")]
    public async Task Each_spelling_leads_to_as_many_headlines_as_it_says(string address)
    {
        var page = await site.PageAsync(address);

        using var client = site.CreateClient();
        var machine = new FoundByMachines(client);
        var rows = page.QuerySelectorAll(".spelt li");
        Assert.NotEmpty(rows);
        foreach (var row in rows)
        {
            var behind = await machine.AllAsync(row.QuerySelector("a")!.GetAttribute("href")!.Replace("/search", "/search.json", StringComparison.Ordinal));
            Assert.Equal(row.QuerySelector(".count")!.TextContent, $"{behind.Count}");
        }
    }

    [Fact]
    public async Task A_topic_shows_what_a_search_for_it_finds()
    {
        var topic = await site.PageAsync("/topics/uyghur");
        var search = await site.PageAsync("/search?topic=uyghur");

        Assert.Equal(search.QuerySelector(".tally h2")!.TextContent, topic.QuerySelector(".tally h2")!.TextContent);
        Assert.Equal(search.QuerySelectorAll(".found h3").Select(title => title.InnerHtml), topic.QuerySelectorAll(".found h3").Select(title => title.InnerHtml));
        Assert.Equal(["Uighur", "Uyghur", "ئۇيغۇر", "维吾尔"], topic.QuerySelectorAll("mark").Select(mark => mark.TextContent).Distinct().Order(StringComparer.Ordinal));
        Assert.NotNull(topic.QuerySelector(".timeline svg a[href^='/search?']"));
        Assert.Equal("/search?topic=uyghur", topic.QuerySelector(".tally a")!.GetAttribute("href"));
        Assert.Contains("/topics/xinjiang", topic.QuerySelectorAll(".apart a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task A_topic_that_nobody_printed_says_so()
    {
        var page = await site.PageAsync("/topics/darfur");

        Assert.Contains("No headline in the archive", page.QuerySelector("main .note")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".spelt li, .timeline, .found"));
        Assert.Contains("دارفور", page.QuerySelectorAll(".spelt .spelling bdi").Select(spelling => spelling.TextContent));
    }

    [Theory]
    [InlineData("/topics/Uyghur", "/topics/uyghur")]
    [InlineData("/topics/uyghur/", "/topics/uyghur")]
    [InlineData("/topics/uighur", "/topics/uyghur")]
    [InlineData("/topics/East-Turkistan", "/topics/xinjiang")]
    [InlineData("/topics/%E6%96%B0%E7%96%86", "/topics/xinjiang")]
    [InlineData("/THESAURUS", "/thesaurus")]
    public async Task A_topic_moves_from_its_other_spellings_to_its_one_address(string typed, string address)
    {
        using var client = site.CreateClient();
        using var answer = await client.GetAsync(typed, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal(address, answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("/topics/nobody")]
    [InlineData("/topics/cpc")]
    [InlineData("/topics/--")]
    [InlineData("/topics/uyghur-camps")]
    [InlineData("/topics/%EF%BF%BE")]
    public async Task There_is_no_page_for_what_is_no_topic_or_two(string address)
    {
        using var client = site.CreateClient();
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
