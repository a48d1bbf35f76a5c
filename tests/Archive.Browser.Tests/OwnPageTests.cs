using System.Text;
using Archive.Store;
using Archive.Store.Accounts;
using Archive.Store.Worklists;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Archive.Browser.Tests;

/// <summary>What holds for the pages of whoever signs in, on a telephone and on a desk, by day and by night.</summary>
public sealed class OwnPageTests(Browser browser)
{
    // Every state that a line can be in: with and without outlet and link, an address with what tracks, in doubt, refused, in the archive, of
    // another script and direction.
    private const string Pasted = """
        Dear all, here are the links of today.

        Uyghur News (Thursday, November 19, 2026)

        - Holocaust Memorial Day: Jewish figures condemn Uighur persecution – BBC News
        - Parliament debates imports made by forced labour – https://www.theguardian.com/world/2026/nov/19/imports-forced-labour?utm_source=mail&CMP=share
        - Camp records published in full
          https://www.bbc.co.uk/news/world-asia-00000000
        - ئۇيغۇر ئانا تىلى دەرسلىكلىرى توغرىسىدا يېڭى ئەسەر
        - 新疆棉花：又一家公司停止采购
        - See the data:text/html,<b>list</b> of companies
        - The families were told in the morning that they may come back to the village on Sundays, and that nobody would be there to answer their questions about it.
        - A very-long-word-that-nothing-can-break/in/two/of/some/address/that/somebody/pasted/without/its/scheme/and/without/any/blank
        """;

    private string Site => $"http://localhost:{browser.Address.Port}";

    [Theory]
    [InlineData(375, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task A_page_fits_its_window_and_has_no_serious_barrier(int width, ColorScheme scheme)
    {
        await using var window = await browser.OpenAsync(width, scheme);
        var page = await window.NewPageAsync();
        await Authenticator.AddAsync(page);
        List<string> complaints = [];
        page.Console += (_, message) => complaints.AddRange(message.Type == "error" ? [$"{message.Text} {message.Location}"] : []);
        var (_, token) = await browser.Services.GetRequiredService<AccountRegister>()
            .AddAsync($"Someone with a long name {width} {scheme}", AccountRole.Editor, TestContext.Current.CancellationToken);

        await LookAsync(page, Permalink.SignIn(), "account-sign-in", width, scheme);
        await LookAsync(page, Permalink.SetUp(token), "account-set-up", width, scheme);
        await page.GetByText("Make a passkey").ClickAsync();
        await page.WaitForURLAsync("**/desk");
        await LookAsync(page, Permalink.Desk, "desk", width, scheme);
        await LookAsync(page, Permalink.OwnAccount, "account", width, scheme);
        await page.GetByText("Make an address").ClickAsync();
        await page.Locator(".addresses").WaitForAsync();
        await LookAsync(page, "account-feeds", width, scheme);
        await LookAsync(page, Permalink.NewPassword, "account-password", width, scheme);
        await LookAsync(page, Permalink.Prove(Permalink.Desk), "account-prove", width, scheme);
        await LookAsync(page, Permalink.Trash, "trash", width, scheme);
        await LookAsync(page, Permalink.Remove(1), "remove", width, scheme);
        await LookAsync(page, Permalink.Imports, "imports", width, scheme);
        await page.GetByText("Undo …").First.ClickAsync();
        await LookAsync(page, "imports-undo", width, scheme);
        await LookAsync(page, Permalink.NewImport, "import-new", width, scheme);
        await page.GetByLabel("Files").SetInputFilesAsync(new FilePayload[]
        {
            new() { Name = "old-page.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes("Uyghur News (Sunday – Tuesday, March 9 - March 10, 2031)\n\nThe first headline of an old page\n\nئۇيغۇر ئانا تىلى دەرسلىكلىرى\n\nTags: news\n") },
            new() { Name = "picture.txt", MimeType = "text/plain", Buffer = [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 1, 2, 0, 0, 3] },
        });
        await page.GetByText("Look at them").ClickAsync();
        await page.Locator(".sums").WaitForAsync();
        await LookAsync(page, "import-sent", width, scheme);
        await page.GetByText("Line by line").First.ClickAsync();
        await LookAsync(page, "import-lines", width, scheme);
        await LookAsync(page, Permalink.NewList, "new-list", width, scheme);
        await page.GetByLabel("Links").FillAsync(Pasted);
        await page.GetByText("Preview", new() { Exact = true }).ClickAsync();
        await page.Locator(".lines").WaitForAsync();
        await LookAsync(page, "new-list-preview", width, scheme);
        await page.Locator("summary", new() { HasText = "Publish later" }).ClickAsync();
        await page.GetByLabel("Day", new() { Exact = true }).FillAsync("2040-07-01");
        await page.GetByLabel("Time", new() { Exact = true }).FillAsync("18:30");
        await page.GetByText("Schedule", new() { Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**" + Permalink.Drafts);
        await LookAsync(page, "drafts", width, scheme);
        await LookAsync(page, Permalink.NewPost, "new-post-kinds", width, scheme);
        await page.GetByText("Letter", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("Title", new() { Exact = true }).FillAsync("Open letter on the import of cotton");
        await page.GetByLabel("Signed by").FillAsync("Someone Who Signs | Geneva\nئۇيغۇر تەشكىلاتى");
        await page.GetByLabel("Endnotes").FillAsync("1. The report https://example.org/report");
        await page.GetByLabel("Text").FillAsync("# What we ask\n\nWe ask *all* governments[^1] to read [the report](https://example.org/a?utm_source=x):\n\n1. once\n2. and again\n\n> As it was said.\n\n![A chart](https://example.org/chart.png)");
        await page.Locator(".written").WaitForAsync();
        await LookAsync(page, "new-post", width, scheme);
        await LookAsync(page, Permalink.Worklists, "worklists", width, scheme);
        foreach (var list in Worklist.All)
        {
            await LookAsync(page, Permalink.Worklist(list), $"worklist-{list}", width, scheme);
        }
        await LookAsync(page, Permalink.WorkDecided, "worklist-decided", width, scheme);
        Assert.Empty(complaints);
    }

    [Theory]
    [InlineData(375, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task What_editors_say_about_names_fits_its_window_too(int width, ColorScheme scheme)
    {
        await using var window = await browser.OpenAsync(width, scheme);
        var page = await window.NewPageAsync();
        await Authenticator.AddAsync(page);
        var (_, token) = await browser.Services.GetRequiredService<AccountRegister>().AddAsync($"Names {width}", AccountRole.Administrator, TestContext.Current.CancellationToken);
        await page.GotoAsync(Site + Permalink.SetUp(token));
        await page.GetByText("Make a passkey").ClickAsync();
        await page.WaitForURLAsync("**/desk");
        await LookAsync(page, Permalink.Desk, "desk-administrator", width, scheme);
        await LookAsync(page, Permalink.UndoAccount, "undo-account", width, scheme);
        await LookAsync(page, Permalink.Log(), "log", width, scheme);
        await LookAsync(page, Permalink.Log(Permalink.LogOfAccounts), "log-accounts", width, scheme);
        await LookAsync(page, Permalink.LinkChecks, "link-checks", width, scheme);
        await LookAsync(page, Permalink.DeskCategories, "desk-categories", width, scheme);
        await LookAsync(page, Permalink.DeskThesaurus, "desk-thesaurus", width, scheme);
        await LookAsync(page, Permalink.NewTopic, "new-topic", width, scheme);
        await LookAsync(page, Permalink.DeskTopic("xinjiang"), "desk-topic", width, scheme);
        await LookAsync(page, Permalink.DeskOutlets, "desk-outlets", width, scheme);
        await page.Locator(".names a").First.ClickAsync();
        await page.GetByLabel("Hosts").FillAsync("no host");
        await page.GetByLabel("Why").First.FillAsync("It calls itself so.");
        await page.GetByText("Save", new() { Exact = true }).ClickAsync();
        await page.Locator("[role=alert]").WaitForAsync();
        await LookAsync(page, "desk-outlet-refused", width, scheme);
        await page.GetByLabel("Hosts").FillAsync($"news{width}.example");
        await page.GetByText("Save", new() { Exact = true }).ClickAsync();
        await page.Locator(".history ins").First.WaitForAsync();
        await LookAsync(page, "desk-outlet", width, scheme);
    }

    [Theory]
    [InlineData(375, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task A_headline_is_corrected_in_two_clicks_and_the_pages_on_the_way_fit_their_window(int width, ColorScheme scheme)
    {
        await using var window = await browser.OpenAsync(width, scheme);
        var page = await window.NewPageAsync();
        await Authenticator.AddAsync(page);
        var (_, token) = await browser.Services.GetRequiredService<AccountRegister>().AddAsync($"Corrections {width}", AccountRole.Editor, TestContext.Current.CancellationToken);
        await page.GotoAsync(Site + Permalink.SetUp(token));
        await page.GetByText("Make a passkey").ClickAsync();
        await page.WaitForURLAsync("**/desk");
        await LookAsync(page, "/2021/01/29/uyghur-news", "editors-digest", width, scheme);
        await page.Locator(".headlines.full a.correct").Nth(width % 5).ClickAsync();
        var form = page.Url;
        var text = await page.GetByLabel("Text").InputValueAsync();
        await LookAsync(page, "correct-headline", width, scheme);
        await page.GetByLabel("Text").FillAsync(text + " and more");
        await page.GetByLabel("Reason").FillAsync("As its own page has it");
        var other = await window.NewPageAsync();
        await other.GotoAsync(form);
        await page.GetByText("Save", new() { Exact = true }).Last.ClickAsync();
        await page.WaitForURLAsync("**/uyghur-news");
        await other.GetByLabel("Text").FillAsync(text + ", says another");
        await other.GetByText("Save", new() { Exact = true }).Last.ClickAsync();
        await other.Locator(".sides").WaitForAsync();
        await LookAsync(other, "correct-headline-conflict", width, scheme);

        await page.Locator(".kicker a.correct").First.ClickAsync();
        await LookAsync(page, "edit-post", width, scheme);
        await page.Locator("details:has(#place) > summary").ClickAsync();
        await page.GetByLabel("Place", new() { Exact = true }).FillAsync($"Window {width}");
        await page.GetByText("Look at the changes", new() { Exact = true }).Last.ClickAsync();
        await page.Locator(".preview ins").First.WaitForAsync();
        await LookAsync(page, "edit-post-changes", width, scheme);
        await page.GetByText("History", new() { Exact = true }).ClickAsync();
        await page.Locator("summary").First.ClickAsync();
        await LookAsync(page, "post-history", width, scheme);
        await page.GetByText("Edit", new() { Exact = true }).ClickAsync();
        await page.GetByText("Same as another").ClickAsync();
        await LookAsync(page, "merge", width, scheme);
        await page.GetByLabel("This is the same as").FillAsync("/2021/01/26/uyghur-news");
        await page.GetByText("Compare them").ClickAsync();
        await page.Locator(".pair").WaitForAsync();
        await LookAsync(page, "merge-both", width, scheme);
        await LookAsync(page, Permalink.Corrections(), "corrections", width, scheme);
    }

    private async Task LookAsync(IPage page, string address, string kind, int width, ColorScheme scheme)
    {
        var answer = await page.GotoAsync(Site + address);
        Assert.Equal((address, 200), (address, answer!.Status));
        await LookAsync(page, kind, width, scheme);
    }

    private static async Task LookAsync(IPage page, string kind, int width, ColorScheme scheme)
    {
        await Screenshots.SaveAsync(page, kind, width, scheme);
        var overhang = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overhang <= 0, $"{kind} is {overhang} pixels too wide at {width}");
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        await Barriers.AssertNoneAsync(page, kind, scheme);
    }
}
