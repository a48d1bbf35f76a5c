using Microsoft.Playwright;

namespace Archive.Browser.Tests;

/// <summary>Somebody at a window: looks at a page as it is when all of it has come, and says what does not fit or cannot be used.</summary>
internal sealed class Viewer(IPage page, string site, int width, ColorScheme scheme)
{
    /// <summary>How many pixels of the page stand beyond its window.</summary>
    public static Task<int> OverhangAsync(IPage page) => page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    public async Task LookAsync(string address, string kind)
    {
        var answer = await page.GotoAsync(site + address);
        Assert.Equal((address, 200), (address, answer!.Status));
        await LookAsync(kind);
    }

    public async Task LookAsync(string kind)
    {
        // Text that is there already may still be without its style sheets: nothing fits before they have come.
        await page.WaitForLoadStateAsync();
        await Screenshots.SaveAsync(page, kind, width, scheme);
        var overhang = await OverhangAsync(page);
        Assert.True(overhang <= 0, $"{kind} is {overhang} pixels too wide at {width}");
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        await Barriers.AssertNoneAsync(page, kind, scheme);
    }

    /// <summary>Follows a link to another address: a click alone may still leave the page before it in the window.</summary>
    public async Task FollowAsync(ILocator link)
    {
        var from = page.Url;
        await link.ClickAsync();
        await page.WaitForURLAsync(url => url != from);
    }
}
