using System.Text.RegularExpressions;
using Archive.Store;
using Archive.Web.Tests;
using Microsoft.Playwright;

namespace Archive.Browser.Tests;

/// <summary>From nothing to a list that readers find, and away again: what the first administrator of a site does.</summary>
public sealed partial class FirstAdministratorTests(Browser browser)
{
    private const string Headline = "Lanterns return to the harbour after nine winters";

    [Fact]
    public async Task From_an_empty_site_to_a_list_that_readers_find_and_away_again()
    {
        await using var empty = new EmptySite();
        var site = empty.Serve();
        await using var window = await browser.OpenAsync(1280);
        var page = await window.NewPageAsync();
        await Authenticator.AddAsync(page);
        await page.GotoAsync(site + Permalink.SignIn());
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("archive user add NAME --role administrator");

        var added = await empty.RunAsync("user", "add", "First of all", "--role", "administrator");
        Assert.Equal(0, added.ExitCode);
        await page.GotoAsync(site + SetUp().Match(added.Output).Value);
        await page.GetByText("Make a passkey").ClickAsync();
        await page.WaitForURLAsync("**/desk");
        await page.GetByText("Sign out").ClickAsync();
        await page.GetByText("Use a passkey").ClickAsync();
        await page.WaitForURLAsync("**/desk");

        await page.GetByText("New link list").ClickAsync();
        await page.GetByLabel("Links").FillAsync($"Harbour links (March 4, 2022)\n\n{Headline} – https://example.org/lanterns\n");
        await page.GetByText("Publish", new() { Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/2022/03/04/**");
        var address = new Uri(page.Url).AbsolutePath;
        await ReadAsync(site, address, isThere: true);

        // Withdrawn by buttons alone; readers have no script either.
        await (await window.NewCDPSessionAsync(page)).SendAsync("Emulation.setScriptExecutionDisabled", new() { ["value"] = true });
        await page.Locator(".kicker a.correct").ClickAsync();
        await page.GetByText("Remove", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("Reason, for readers").FillAsync("It names somebody in danger.");
        await page.GetByLabel("Withdraw it for good").CheckAsync();
        await page.GetByText("Withdraw", new() { Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**" + Permalink.Trash);
        await ReadAsync(site, address, isThere: false);
    }

    // As somebody who comes for the first time: what a browser kept for a minute is not asked here.
    private async Task ReadAsync(string site, string address, bool isThere)
    {
        await using var window = await browser.OpenAsync(375, scripts: false);
        var page = await window.NewPageAsync();
        var post = await page.GotoAsync(site + address);
        Assert.Equal(isThere ? 200 : 410, post!.Status);
        Assert.Equal(isThere, (await page.ContentAsync()).Contains(Headline, StringComparison.Ordinal));
        Assert.Equal(!isThere, (await page.ContentAsync()).Contains("It names somebody in danger.", StringComparison.Ordinal));
        foreach (var list in new[] { Permalink.Home, Permalink.Search(new() { Query = "lanterns harbour" }), "/2022/03" })
        {
            await page.GotoAsync(site + list);
            Assert.Equal(isThere ? 1 : 0, await page.Locator($"main a[href^='{address}']").CountAsync() > 0 ? 1 : 0);
        }
        var feed = await (await window.APIRequest.GetAsync(site + Permalink.Feed)).TextAsync();
        Assert.Contains("<feed", feed, StringComparison.Ordinal);
        Assert.Equal(isThere, feed.Contains(address, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"/account/set-up/[\w-]{43}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SetUp();

    /// <summary>A site without posts and without anybody, as it is when it was installed.</summary>
    private sealed class EmptySite : ArchiveSite
    {
        protected override string SeedsFolder => Path.Combine(Path.GetTempPath(), "archive-browser-no-seeds");

        public string Serve()
        {
            UseKestrel(0);
            StartServer();
            return $"http://localhost:{ClientOptions.BaseAddress.Port}";
        }

        /// <summary>A command on the same server, in a process of its own.</summary>
        public Task<Finished> RunAsync(params string[] args) => ArchiveProcess.RunAsync(Folder, args);
    }
}
