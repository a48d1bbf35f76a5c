using Archive.Store;
using Archive.Store.Accounts;
using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Archive.Browser.Tests;

/// <summary>What holds for the pages of whoever signs in, on a telephone and on a desk, by day and by night.</summary>
public sealed class OwnPageTests(Browser browser)
{
    private string Site => $"http://localhost:{browser.Address.Port}";

    [Theory]
    [InlineData(375, ColorScheme.Light)]
    [InlineData(375, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task A_page_fits_its_window_and_has_no_serious_barrier(int width, ColorScheme scheme)
    {
        await using var window = await browser.OpenAsync(width, scheme);
        var page = await window.NewPageAsync();
        await Authenticator.AddAsync(page);
        List<string> complaints = [];
        page.Console += (_, message) => complaints.AddRange(message.Type == "error" ? [message.Text] : []);
        var (_, token) = await browser.Services.GetRequiredService<AccountRegister>()
            .AddAsync($"Someone with a long name {width} {scheme}", AccountRole.Editor, TestContext.Current.CancellationToken);

        await LookAsync(page, Permalink.SignIn(), "account-sign-in", width, scheme);
        await LookAsync(page, Permalink.SetUp(token), "account-set-up", width, scheme);
        await page.GetByText("Make a passkey").ClickAsync();
        await page.WaitForURLAsync("**/desk");
        await LookAsync(page, Permalink.Desk, "desk", width, scheme);
        await LookAsync(page, Permalink.OwnAccount, "account", width, scheme);
        await LookAsync(page, Permalink.NewPassword, "account-password", width, scheme);
        await LookAsync(page, Permalink.Prove(Permalink.Desk), "account-prove", width, scheme);
        Assert.Empty(complaints);
    }

    private async Task LookAsync(IPage page, string address, string kind, int width, ColorScheme scheme)
    {
        var answer = await page.GotoAsync(Site + address);
        Assert.Equal((address, 200), (address, answer!.Status));
        await Screenshots.SaveAsync(page, kind, width, scheme);
        var overhang = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overhang <= 0, $"{kind} is {overhang} pixels too wide at {width}");
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        var barriers = (await page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}").ToList();
        Assert.True(barriers.Count == 0, $"{kind}, {scheme}: {string.Join('\n', barriers)}");
    }
}
