using Microsoft.Playwright;

namespace Archive.Browser.Tests;

/// <summary>A reader's way to what they look for: with the keyboard, with script or without.</summary>
public sealed class SearchingTests(Browser browser)
{
    [Theory]
    [InlineData("home")]
    [InlineData("digest")]
    [InlineData("search")]
    [InlineData("no-such-page")]
    public async Task A_slash_goes_to_the_box_and_stays_a_slash_in_it(string kind)
    {
        await using var window = await browser.OpenAsync(1280);
        var page = await window.NewPageAsync();
        await page.GotoAsync(browser.Pages[kind]);
        Assert.NotEqual("q", await FocusedAsync(page));

        await page.Keyboard.PressAsync("/");
        Assert.Equal("q", await FocusedAsync(page));
        await page.Keyboard.TypeAsync("and/or");

        Assert.Equal("and/or", await page.Locator("input[type=search]").InputValueAsync());
    }

    [Fact]
    public async Task Without_script_a_word_in_the_box_finds_its_headlines_and_a_choice_narrows_them()
    {
        await using var window = await browser.OpenAsync(375, scripts: false);
        var page = await window.NewPageAsync();
        await page.GotoAsync(browser.Pages["home"]);

        await page.Locator("header input[type=search]").FillAsync("genocide");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/search?q=genocide");
        var all = await page.Locator(".tally h2").InnerTextAsync();
        Assert.True(await page.Locator(".found mark").CountAsync() > 0);

        // Folded on a telephone.
        var choice = page.Locator(".facets li a").First;
        Assert.False(await choice.IsVisibleAsync());
        await page.Locator(".facets > summary").ClickAsync();
        await choice.ClickAsync();

        await Assertions.Expect(page.Locator(".chosen li")).ToHaveCountAsync(1);
        await page.Locator(".chosen a").ClickAsync();
        await Assertions.Expect(page.Locator(".chosen li")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".tally h2")).ToHaveTextAsync(all);
    }

    [Fact]
    public async Task On_a_desk_the_choices_stand_open_beside_the_list()
    {
        await using var window = await browser.OpenAsync(1280, scripts: false);
        var page = await window.NewPageAsync();
        await page.GotoAsync(browser.Pages["search"]);

        var choice = await page.Locator(".facets li a").First.BoundingBoxAsync();
        var entry = await page.Locator(".found").First.BoundingBoxAsync();
        Assert.True(choice!.X > entry!.X + entry.Width - 1, "the facets lie over the list");
        Assert.True(await page.Locator(".facets li a").First.IsVisibleAsync());
    }

    [Fact]
    public async Task A_bar_of_the_timeline_can_be_clicked_and_the_keyboard_has_the_table()
    {
        await using var window = await browser.OpenAsync(1280, scripts: false);
        var page = await window.NewPageAsync();
        await page.GotoAsync(browser.Pages["search"]);

        Assert.Equal(0, await page.Locator(".timeline svg a:not([tabindex='-1'])").CountAsync());
        await page.Locator(".timeline svg a .reach").First.ClickAsync();
        await page.WaitForURLAsync("**from=*");

        await page.GoBackAsync();
        await page.Locator(".timeline summary").ClickAsync();
        await page.Locator(".timeline table a").First.ClickAsync();
        await page.WaitForURLAsync("**from=*");
    }

    private static Task<string?> FocusedAsync(IPage page) => page.EvaluateAsync<string?>("document.activeElement.name ?? null");
}
