using System.Text;
using Archive.Web.Hosting;
using Microsoft.Playwright;

namespace Archive.Browser.Tests;

/// <summary>Two editors at one post: nothing that either typed is lost, and the second decides.</summary>
public sealed class TwoEditorsTests(Browser browser)
{
    [Fact]
    public async Task The_second_of_two_sees_both_texts_keeps_what_was_typed_and_decides()
    {
        const string digest = "Lake News (March 10, 2022)\n\nFerry workers strike – https://example.org/ferry/1\n\nTea growers are heard – https://example.org/tea/1\n\nChoir sings in the rain – https://example.org/choir/1\n";
        await browser.Services.SeedImporter().RunAsync(new([]) { Sent = [new("lake.txt", Encoding.UTF8.GetBytes(digest))] }, cancellation: TestContext.Current.CancellationToken);
        await using var ones = await browser.OpenAsync(1280);
        await using var others = await browser.OpenAsync(1280);
        var (one, other) = (await OpenAsync(ones, "The first of two"), await OpenAsync(others, "The second of two"));
        await Text(one, 1).FillAsync("Ferry workers, says the first");
        await Text(one, 3).FillAsync("Choir, says the first");
        await LookAndSaveAsync(one);

        await Text(other, 1).FillAsync("Ferry workers, says the second");
        await Text(other, 2).FillAsync("Tea growers, says the second");
        await other.GetByText("Look at the changes", new() { Exact = true }).Last.ClickAsync();
        var sides = other.Locator(".sides > div");
        await Assertions.Expect(sides.Nth(0).Locator("ins").First).ToContainTextAsync("says the first");
        await Assertions.Expect(sides.Nth(1).Locator("ins").First).ToContainTextAsync("second");
        await Assertions.Expect(Text(other, 2)).ToHaveValueAsync("Tea growers, says the second");
        await other.GetByText("Bring their changes into mine").ClickAsync();
        await Assertions.Expect(Text(other, 1)).ToHaveValueAsync("Ferry workers, says the second");
        await Assertions.Expect(Text(other, 3)).ToHaveValueAsync("Choir, says the first");
        await LookAndSaveAsync(other);

        Assert.Equal(["Ferry workers, says the second", "Tea growers, says the second", "Choir, says the first"], await other.Locator(".headlines .title").AllInnerTextsAsync());
        // What gave way is in the history.
        await other.Locator(".kicker a.correct").ClickAsync();
        await other.GetByText("History", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(other.Locator("ol.corrections > li .by bdi")).ToHaveTextAsync(["The second of two", "The first of two"]);
    }

    private static ILocator Text(IPage page, int headline) => page.GetByLabel($"Text of headline {headline}", new() { Exact = true });

    private static async Task LookAndSaveAsync(IPage page)
    {
        if (!await page.GetByText("Save", new() { Exact = true }).IsVisibleAsync())
        {
            await page.GetByText("Look at the changes", new() { Exact = true }).Last.ClickAsync();
        }
        await page.GetByText("Save", new() { Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/2022/03/10/lake-news");
    }

    private async Task<IPage> OpenAsync(IBrowserContext window, string name)
    {
        var page = await browser.SignedInAsync(window, name);
        await page.GotoAsync(browser.Site + "/2022/03/10/lake-news");
        await page.Locator(".kicker a.correct").ClickAsync();
        return page;
    }
}
