using System.Globalization;
using Archive.Store;
using Archive.Store.Accounts;
using Archive.Store.Worklists;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Browser.Tests;

/// <summary>The queue of lost links as an editor works through it: hands on the keys.</summary>
public sealed class LostLinkTests(Browser browser)
{
    private const int Links = 20;

    [Fact]
    public async Task Twenty_lost_links_are_found_again_by_keyboard_alone()
    {
        await using var window = await browser.OpenAsync(1280);
        var page = await window.NewPageAsync();
        await Authenticator.AddAsync(page);
        var (_, token) = await browser.Services.GetRequiredService<AccountRegister>().AddAsync("Finder of links", AccountRole.Editor, TestContext.Current.CancellationToken);
        var site = $"http://localhost:{browser.Address.Port}";
        await page.GotoAsync(site + Permalink.SetUp(token));
        await page.GetByText("Make a passkey").ClickAsync();
        await page.WaitForURLAsync("**/desk");
        var before = await CountAsync();
        await page.GotoAsync(site + Permalink.Worklist(Worklist.LostLinks));
        HashSet<string> met = [];
        for (var i = 0; i < Links; i++)
        {
            var id = await page.Locator("input[name=Id]").InputValueAsync();
            Assert.True(met.Add(id));
            Assert.Equal("address", await page.EvaluateAsync<string>("document.activeElement.id"));
            // As when it is pasted; then the page for the next one comes by itself.
            await page.Keyboard.InsertTextAsync(string.Create(CultureInfo.InvariantCulture, $"https://news.example/{id}?utm_source=mail"));
            await page.Keyboard.PressAsync("Enter");
            await page.WaitForURLAsync($"**of={id}*");
            await page.Locator("[data-queue]").WaitForAsync();
        }
        Assert.Equal(before - Links, await CountAsync());

        // A number or a sign in the empty box is a deed, in a box that holds something a letter.
        await page.Keyboard.PressAsync("x");
        await page.Keyboard.PressAsync("-");
        Assert.Equal("x-", await page.Locator("[data-queue]").InputValueAsync());
        await page.Locator("[data-queue]").FillAsync("");
        var none = await page.Locator("input[name=Id]").InputValueAsync();
        await page.Keyboard.PressAsync("-");
        await page.WaitForURLAsync($"**done=none&of={none}*");
        Assert.Equal(before - Links - 1, await CountAsync());
    }

    private async Task<int> CountAsync() =>
        (await browser.Services.GetRequiredService<WorklistReader>().CountAsync(TestContext.Current.CancellationToken))[Worklist.LostLinks];
}
