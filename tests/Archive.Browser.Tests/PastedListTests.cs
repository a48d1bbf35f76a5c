using Archive.Store;
using Microsoft.Playwright;

namespace Archive.Browser.Tests;

/// <summary>Lists as they come to an editor: each is pasted, a line of it is said to be something else, and readers find it.</summary>
public sealed class PastedListTests(Browser browser)
{
    // A digest as the old pages had it; an e-mail; a page that was marked and copied.
    [Theory]
    [InlineData("2022/04/06", "digest", "Share this page", "Pasted first", "Pasted second", """
        Uyghur News (Tuesday – Wednesday, April 5 – 6, 2022)

        Share this page

        Pasted first of the weavers – BBC News


        Pasted second of the weavers (Reuters) https://www.reuters.com/weavers?utm_source=mail&id=7
        """)]
    [InlineData("2022/04/07", "e-mail", "Dear all", "Posted first", "Posted second", """
        Dear all, this is what I found today

        Posted first of the potters
        https://www.theguardian.com/world/potters?CMP=share

        > Posted second of the potters | Al Jazeera | https://www.aljazeera.com/potters
        """)]
    [InlineData("2022/04/08", "page", "Also of interest", "Copied first", "Copied second", """
        <h2>Also of interest</h2><ul><li><a href="https://www.bbc.co.uk/news/dyers?at_medium=x">Copied first of the dyers</a></li><li><a href="https://www.dw.com/dyers">Copied second of the dyers</a> <i>DW</i></li></ul>
        """)]
    public async Task A_list_is_pasted_a_line_left_out_and_the_rest_read_found_and_fed(string day, string form, string odd, string first, string second, string pasted)
    {
        await using var window = await browser.OpenAsync(1280);
        var page = await browser.SignedInAsync(window, $"Paster of a {form}");
        await page.GotoAsync(browser.Site + Permalink.NewList);
        await page.GetByLabel("Links").FocusAsync();
        await (form == "page" ? WritingTests.PasteAsync(page, pasted) : page.Keyboard.InsertTextAsync(pasted.ReplaceLineEndings("\n")));
        await page.GetByLabel("Title", new() { Exact = true }).FillAsync($"Links of the {form}");
        await page.GetByLabel("First day").FillAsync(day.Replace('/', '-'));
        await page.GetByLabel("Last day").FillAsync(day.Replace('/', '-'));
        // What is no headline, whatever it was taken for.
        await page.Locator("[data-line]", new() { HasText = odd }).Locator("select").SelectOptionAsync("leave-out");
        await Assertions.Expect(page.Locator(".lines .headline")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("[data-state]")).ToHaveTextAsync(WritingTests.SavedAt());
        await page.GetByText("Publish", new() { Exact = true }).ClickAsync();
        await page.WaitForURLAsync($"**/{day}/**");
        var address = new Uri(page.Url).AbsolutePath;

        await using var readers = await browser.OpenAsync(375, scripts: false);
        var read = await readers.NewPageAsync();
        await read.GotoAsync(browser.Site + address);
        Assert.Equal([first, second], (await read.Locator(".headlines .title").AllInnerTextsAsync()).Select(title => string.Join(' ', title.Split(' ')[..2])));
        // Without those that offer to search for what has none.
        var links = await read.Locator(".headlines .away:not([href*='search.example'])").EvaluateAllAsync<string[]>("all => all.map(one => one.href)");
        Assert.Equal(form == "digest" ? 1 : 2, links.Length);
        Assert.DoesNotContain(links, link => link.Contains("utm_", StringComparison.Ordinal) || link.Contains("CMP", StringComparison.Ordinal) || link.Contains("at_medium", StringComparison.Ordinal));
        await read.GotoAsync(browser.Site + Permalink.Search(new() { Query = $"\"{second} of the\"" }));
        Assert.Equal(1, await read.Locator($".found a[href^='{address}'], .found a[href^='/headlines/']").CountAsync() > 0 ? 1 : 0);
        Assert.Contains(address, await (await readers.APIRequest.GetAsync(browser.Site + Permalink.Feed)).TextAsync(), StringComparison.Ordinal);
    }
}
