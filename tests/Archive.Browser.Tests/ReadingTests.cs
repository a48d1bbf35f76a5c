using Microsoft.Playwright;

namespace Archive.Browser.Tests;

/// <summary>A reader's ways through the archive, with script switched off.</summary>
public sealed class ReadingTests(Browser browser)
{
    [Fact]
    public async Task A_reader_without_script_comes_from_the_newest_posts_to_the_lines_of_the_source()
    {
        await using var window = await browser.OpenAsync(375, scripts: false);
        var page = await window.NewPageAsync();
        await page.GotoAsync(browser.Pages["digest"]);
        var title = await page.Locator("h1").InnerTextAsync();

        await page.Locator("main a[href^='/headlines/']").First.ClickAsync();
        await page.WaitForURLAsync("**/headlines/*");
        await page.Locator("main a[href$='/source']").First.ClickAsync();
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath.EndsWith("/source", StringComparison.Ordinal));

        Assert.True(await page.Locator("mark").CountAsync() > 0, "the headline's own line is not marked in its source");
        await page.GoBackAsync();
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(title);
    }

    [Fact]
    public async Task The_first_thing_that_the_keyboard_reaches_is_the_way_past_the_menu()
    {
        await using var window = await browser.OpenAsync(1280);
        var page = await window.NewPageAsync();
        await page.GotoAsync(browser.Pages["home"]);

        await page.Keyboard.PressAsync("Tab");
        var focused = page.Locator(":focus");
        Assert.Equal("#main", await focused.GetAttributeAsync("href"));
        Assert.True(await focused.IsVisibleAsync());
        var box = await focused.BoundingBoxAsync();
        Assert.True(box is { X: >= 0, Y: >= 0, Height: > 10 }, "the skip link stays out of sight while it has the focus");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [Fact]
    public async Task Night_is_dark_and_day_is_light()
    {
        Assert.True(await BrightnessAsync(ColorScheme.Light) > 0.8);
        Assert.True(await BrightnessAsync(ColorScheme.Dark) < 0.25);
    }

    private async Task<double> BrightnessAsync(ColorScheme scheme)
    {
        await using var window = await browser.OpenAsync(1280, scheme);
        var page = await window.NewPageAsync();
        await page.GotoAsync(browser.Pages["home"]);
        // A canvas reads any way of writing a colour.
        return await page.EvaluateAsync<double>("""
            () => {
              const root = getComputedStyle(document.documentElement).backgroundColor;
              const body = getComputedStyle(document.body).backgroundColor;
              const pen = document.createElement('canvas').getContext('2d');
              pen.fillStyle = 'canvas';
              for (const colour of [root, body]) { pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1); }
              const [r, g, b] = pen.getImageData(0, 0, 1, 1).data;
              return (r + g + b) / 765;
            }
            """);
    }
}
