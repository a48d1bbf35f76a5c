using System.Globalization;
using Archive.Store;
using Archive.Store.Worklists;
using Microsoft.EntityFrameworkCore;
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
        var page = await browser.SignedInAsync(window, "Finder of links");
        await page.GotoAsync(browser.Site + Permalink.Worklist(Worklist.LostLinks));
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
        await using var archive = await browser.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        // Of these alone: other tests publish headlines without links beside this one.
        Assert.Equal(Links, await archive.Headlines.CountAsync(headline => met.Contains(headline.PublicId) && headline.Url == "https://news.example/" + headline.PublicId, TestContext.Current.CancellationToken));

        // A number or a sign in the empty box is a deed, in a box that holds something a letter.
        await page.Keyboard.PressAsync("x");
        await page.Keyboard.PressAsync("-");
        Assert.Equal("x-", await page.Locator("[data-queue]").InputValueAsync());
        await page.Locator("[data-queue]").FillAsync("");
        var none = await page.Locator("input[name=Id]").InputValueAsync();
        await page.Keyboard.PressAsync("-");
        await page.WaitForURLAsync($"**done=none&of={none}*");
        Assert.True(await archive.WorkDecisions.AnyAsync(decision => decision.List == Worklist.LostLinks && decision.Item == none, TestContext.Current.CancellationToken));
    }
}
