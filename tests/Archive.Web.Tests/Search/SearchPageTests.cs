using System.Globalization;
using AngleSharp.Html.Dom;

namespace Archive.Web.Tests.Search;

public sealed class SearchPageTests(ManyHeadlines site) : IClassFixture<ManyHeadlines>
{
    [Theory]
    [InlineData("?q=uyghur")]
    [InlineData("?q=genocide&link=lost&sort=best")]
    [InlineData("?q=labour&from=2020&exact=1")]
    [InlineData("")]
    public async Task The_page_shows_what_the_feed_says(string query)
    {
        using var client = site.CreateClient();
        var feed = await new FoundByMachines(client).ReadAsync("/search.json" + query);
        var page = await site.PageAsync("/search" + query);

        Assert.Equal(FoundByMachines.IdsOf(feed).Select(id => $"/headlines/{id}"), Shown(page));
        Assert.Contains($"{FoundByMachines.TotalOf(feed):N0} headline", page.QuerySelector(".tally h2")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            FoundByMachines.ChoicesOf(feed).Select(choice => choice.Count.ToString("N0", CultureInfo.InvariantCulture)),
            page.QuerySelectorAll(".facets li .count").Select(count => count.TextContent));
        Assert.Equal("/search.json" + query, Uri.UnescapeDataString(page.QuerySelector("link[rel=alternate][type='application/feed+json']")!.GetAttribute("href")!));
        Assert.Equal("noindex, follow", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task What_matched_is_marked_and_what_was_printed_stays_text()
    {
        var page = await site.PageAsync("/search?q=genocide+deals");

        var title = page.QuerySelector(".found h3 a")!;
        Assert.StartsWith("Trade deals & <genocide> ", title.TextContent, StringComparison.Ordinal);
        Assert.Equal(["deals", "genocide"], title.QuerySelectorAll("mark").Select(mark => mark.TextContent));
        Assert.Equal("auto", title.GetAttribute("dir"));
    }

    [Fact]
    public async Task Chinese_Uyghur_and_Latin_spellings_of_a_word_find_the_same_and_stand_at_home()
    {
        var latin = Shown(await site.PageAsync("/search?q=Uygur"));
        var page = await site.PageAsync("/search?q=维吾尔");

        Assert.Equal(latin, Shown(page));
        Assert.Equal("ug", page.QuerySelectorAll(".found h3 a").First(title => title.TextContent.StartsWith('ئ')).GetAttribute("lang"));
        Assert.Contains(page.QuerySelectorAll(".found h3 mark"), mark => mark.TextContent == "维吾尔");
    }

    [Fact]
    public async Task An_added_spelling_can_be_taken_off_and_put_back()
    {
        var page = await site.PageAsync("/search?q=uyghur");
        var spelling = page.QuerySelectorAll(".expanded a").First(link => link.QuerySelector("bdi")?.TextContent == "Uighur");

        var without = await site.PageAsync(spelling.GetAttribute("href")!);
        Assert.DoesNotContain(without.QuerySelectorAll(".found h3 mark"), mark => mark.TextContent == "Uighur");
        var back = without.QuerySelectorAll(".expanded a:has(s)").Single(link => link.QuerySelector("bdi")!.TextContent == "Uighur").GetAttribute("href");

        Assert.Equal("/search?q=uyghur", back);
        var exact = page.QuerySelectorAll(".expanded a").Single(link => link.TextContent == "search exactly as typed").GetAttribute("href")!;
        Assert.All((await site.PageAsync(exact)).QuerySelectorAll(".found h3 mark"), mark => Assert.Equal("Uyghur", mark.TextContent));
    }

    [Fact]
    public async Task The_address_alone_gives_the_same_view()
    {
        const string typed = "/search?sort=best&kind=&q=uyghur&to=2021-12-31&outlet=bbc&from=2020-01";
        var page = await site.PageAsync(typed);
        var address = page.QuerySelector("link[rel=canonical]")!.GetAttribute("href")!;

        Assert.Equal("/search?q=uyghur&from=2020&to=2021&outlet=bbc&sort=best", address);
        Assert.Equal(page.QuerySelector("main")!.InnerHtml, (await site.PageAsync(address)).QuerySelector("main")!.InnerHtml);
    }

    [Fact]
    public async Task New_words_keep_what_narrows_the_search()
    {
        var page = await site.PageAsync("/search?q=uyghur&outlet=bbc&link=lost&sort=best");

        Assert.Equal(
            [("outlet", "bbc"), ("link", "lost"), ("sort", "best")],
            page.QuerySelectorAll("form[role=search] input[type=hidden]").Select(field => (field.GetAttribute("name")!, field.GetAttribute("value")!)));
        Assert.Equal(["outlet BBC", "Link lost"], page.QuerySelectorAll(".chosen li").SkipLast(1).Select(chip => chip.TextContent.Split(',')[0].Trim()));
        Assert.Equal("/search?q=uyghur&link=lost&sort=best", page.QuerySelector(".chosen a")!.GetAttribute("href"));
        Assert.Equal("/search?q=uyghur&sort=best", page.QuerySelector(".chosen a.all")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Every_bar_of_the_timeline_leads_to_as_many_headlines_as_it_is_high()
    {
        using var client = site.CreateClient();
        var page = await site.PageAsync("/search?q=uyghur");
        var bars = page.QuerySelectorAll(".timeline tbody tr").Select(row => (Link: row.QuerySelector("a")?.GetAttribute("href"), Count: row.QuerySelector("td")!.TextContent)).ToList();

        Assert.True(bars.Count > 3);
        Assert.Contains(bars, bar => bar is { Link: null, Count: "not covered" });
        Assert.True(page.QuerySelectorAll(".timeline svg .gap").Length > 0);
        Assert.Equal(bars.Select(bar => bar.Link).OfType<string>(), page.QuerySelectorAll(".timeline svg a").Select(link => link.GetAttribute("href")!));
        foreach (var (link, count) in bars.Where(bar => bar.Link is not null))
        {
            var behind = await new FoundByMachines(client).ReadAsync(link!.Replace("/search?", "/search.json?", StringComparison.Ordinal));
            Assert.Equal(int.Parse(count, CultureInfo.InvariantCulture), FoundByMachines.TotalOf(behind));
        }
    }

    [Fact]
    public async Task A_search_that_finds_nothing_leads_on()
    {
        var misspelt = await site.PageAsync("/search?q=genocode");
        var suggestion = misspelt.QuerySelector(".suggestions a")!;
        Assert.True(Shown(await site.PageAsync(suggestion.GetAttribute("href")!)).Any());

        var narrow = await site.PageAsync("/search?q=genocide&from=1990&to=1990&link=lost");
        var wide = narrow.QuerySelectorAll(".nothing a").Single(link => link.TextContent.Contains("without", StringComparison.Ordinal));
        Assert.Equal("/search?q=genocide", wide.GetAttribute("href"));
        Assert.Contains((await site.PageAsync("/search?q=genocide")).QuerySelector(".tally h2")!.TextContent, narrow.QuerySelector(".nothing")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(narrow.QuerySelector(".nothing a[href='/search#help']"));
    }

    [Fact]
    public async Task Without_words_the_page_says_how_to_search_and_shows_the_newest()
    {
        var page = await site.PageAsync("/search");

        Assert.NotNull(page.QuerySelector("#help dl"));
        Assert.True(Shown(page).Count() > 5);
        foreach (var example in page.QuerySelectorAll(".examples a, #help dt a"))
        {
            var shown = await site.PageAsync(example.GetAttribute("href")!.Split('#')[0]);
            Assert.Empty(shown.QuerySelectorAll(".notes"));
        }
    }

    [Fact]
    public async Task Matching_posts_stand_apart_and_are_counted_apart()
    {
        var page = await site.PageAsync("/search?q=xinjiang+genocide");

        Assert.Equal("Also in 1 post", page.QuerySelector(".found-posts h2")!.TextContent);
        Assert.Contains("<elsewhere>", page.QuerySelector(".found-posts .snippet")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".found"));
    }

    // Entries in their order, with the members of a story that were shown under its first.
    private static IEnumerable<string> Shown(IHtmlDocument page) => page.QuerySelectorAll(".found h3 a").Select(link => link.GetAttribute("href")!);
}
