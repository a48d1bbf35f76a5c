using Microsoft.Playwright;

namespace Archive.Browser.Tests;

/// <summary>What holds for every kind of page, on a telephone and on a desk, by day and by night.</summary>
public sealed class EveryPageTests(Browser browser)
{
    public static TheoryData<string> Kinds => [.. PageKinds.Names];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_page_fits_its_window_and_asks_nobody_else(string kind)
    {
        await using var window = await browser.OpenAsync(375, scripts: false);
        var page = await window.NewPageAsync();
        List<string> elsewhere = [], complaints = [];
        page.Request += (_, request) =>
        {
            if (!new Uri(request.Url).GetLeftPart(UriPartial.Authority).Equals(browser.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal))
            {
                elsewhere.Add(request.Url);
            }
        };
        page.Console += (_, message) =>
        {
            // An error page is an error to the console; a refused style or picture is one to us.
            if (message.Type == "error" && !message.Text.Contains("the server responded with a status of 404", StringComparison.Ordinal))
            {
                complaints.Add(message.Text);
            }
        };

        var answer = await page.GotoAsync(browser.Pages[kind]);

        Assert.Equal(kind.StartsWith("no-such", StringComparison.Ordinal) ? 404 : 200, answer!.Status);
        foreach (var width in new[] { 375, 1280 })
        {
            await page.SetViewportSizeAsync(width, 900);
            var overhang = await Viewer.OverhangAsync(page);
            Assert.True(overhang <= 0, $"{kind} is {overhang} pixels too wide at {width}");
            await Screenshots.SaveAsync(page, kind, width, ColorScheme.Light);
        }
        Assert.Empty(elsewhere);
        Assert.Empty(complaints);
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        Assert.Equal(1, await page.Locator("main").CountAsync());
        Assert.Equal("en", (await page.Locator("html").GetAttributeAsync("lang"))?[..2]);
        Assert.Empty(await window.CookiesAsync());
        Assert.Equal(1, await page.Locator("script").CountAsync());
        Assert.Equal(1, await page.Locator("script[src^='/search.'][defer]").CountAsync());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_page_has_no_serious_barrier(string kind)
    {
        await using var window = await browser.OpenAsync(1280);
        var page = await window.NewPageAsync();
        await page.GotoAsync(browser.Pages[kind]);
        await Barriers.AssertNoneAsync(page, kind, ColorScheme.Light);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Barriers.AssertNoneAsync(page, kind, ColorScheme.Dark);
        await Screenshots.SaveAsync(page, kind, 1280, ColorScheme.Dark);
        await page.SetViewportSizeAsync(375, 900);
        await Screenshots.SaveAsync(page, kind, 375, ColorScheme.Dark);
    }
}
