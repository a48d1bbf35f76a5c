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

    [Theory]
    [InlineData(375, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task A_page_fits_its_window_and_has_no_serious_barrier(int width, ColorScheme scheme)
    {
        await using var window = await browser.OpenAsync(width, scheme);
        var page = await window.NewPageAsync();
        Viewer viewer = new(page, browser.Site, width, scheme);
        await Authenticator.AddAsync(page);
        List<string> complaints = [];
        page.Console += (_, message) => complaints.AddRange(message.Type == "error" ? [$"{message.Text} {message.Location}"] : []);
        var (_, token) = await browser.Services.GetRequiredService<AccountRegister>()
            .AddAsync($"Someone with a long name {width} {scheme}", AccountRole.Editor, TestContext.Current.CancellationToken);

        await viewer.LookAsync(Permalink.SignIn(), "account-sign-in");
        await viewer.LookAsync(Permalink.SetUp(token), "account-set-up");
        await page.GetByText("Make a passkey").ClickAsync();
        await page.WaitForURLAsync("**/desk");
        await viewer.LookAsync(Permalink.Desk, "desk");
        await viewer.LookAsync(Permalink.OwnAccount, "account");
        await page.GetByText("Make an address").ClickAsync();
        await page.Locator(".addresses").WaitForAsync();
        await viewer.LookAsync("account-feeds");
        await viewer.LookAsync(Permalink.NewPassword, "account-password");
        await viewer.LookAsync(Permalink.Prove(Permalink.Desk), "account-prove");
        await viewer.LookAsync(Permalink.Trash, "trash");
        await viewer.LookAsync(Permalink.Remove(1), "remove");
        await viewer.LookAsync(Permalink.Imports, "imports");
        await viewer.FollowAsync(page.GetByText("Undo …").First);
        await viewer.LookAsync("imports-undo");
        await viewer.LookAsync(Permalink.NewImport, "import-new");
        await page.GetByLabel("Files").SetInputFilesAsync(new FilePayload[]
        {
            new() { Name = "old-page.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes("Uyghur News (Sunday – Tuesday, March 9 - March 10, 2031)\n\nThe first headline of an old page\n\nئۇيغۇر ئانا تىلى دەرسلىكلىرى\n\nTags: news\n") },
            new() { Name = "picture.txt", MimeType = "text/plain", Buffer = [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 1, 2, 0, 0, 3] },
        });
        await page.GetByText("Look at them").ClickAsync();
        await page.Locator(".sums").WaitForAsync();
        await viewer.LookAsync("import-sent");
        await viewer.FollowAsync(page.GetByText("Line by line").First);
        await viewer.LookAsync("import-lines");
        await viewer.LookAsync(Permalink.NewList, "new-list");
        await page.GetByLabel("Links").FillAsync(Pasted);
        await page.GetByText("Preview", new() { Exact = true }).ClickAsync();
        await page.Locator(".lines").WaitForAsync();
        await viewer.LookAsync("new-list-preview");
        await page.Locator("summary", new() { HasText = "Publish later" }).ClickAsync();
        await page.GetByLabel("Day", new() { Exact = true }).FillAsync("2040-07-01");
        await page.GetByLabel("Time", new() { Exact = true }).FillAsync("18:30");
        await page.GetByText("Schedule", new() { Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**" + Permalink.Drafts);
        await viewer.LookAsync("drafts");
        await viewer.LookAsync(Permalink.NewPost, "new-post-kinds");
        await page.GetByText("Letter", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("Title", new() { Exact = true }).FillAsync("Open letter on the import of cotton");
        await page.GetByLabel("Signed by").FillAsync("Someone Who Signs | Geneva\nئۇيغۇر تەشكىلاتى");
        await page.GetByLabel("Endnotes").FillAsync("1. The report https://example.org/report");
        await page.GetByLabel("Text").FillAsync("# What we ask\n\nWe ask *all* governments[^1] to read [the report](https://example.org/a?utm_source=x):\n\n1. once\n2. and again\n\n> As it was said.\n\n![A chart](https://example.org/chart.png)");
        await page.Locator(".written").WaitForAsync();
        await viewer.LookAsync("new-post");
        await viewer.LookAsync(Permalink.Worklists, "worklists");
        foreach (var list in Worklist.All)
        {
            await viewer.LookAsync(Permalink.Worklist(list), $"worklist-{list}");
        }
        await viewer.LookAsync(Permalink.WorkDecided, "worklist-decided");
        Assert.Empty(complaints);
    }

    [Theory]
    [InlineData(375, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task What_editors_say_about_names_fits_its_window_too(int width, ColorScheme scheme)
    {
        await using var window = await browser.OpenAsync(width, scheme);
        var page = await window.NewPageAsync();
        Viewer viewer = new(page, browser.Site, width, scheme);
        await Authenticator.AddAsync(page);
        var (_, token) = await browser.Services.GetRequiredService<AccountRegister>().AddAsync($"Names {width}", AccountRole.Administrator, TestContext.Current.CancellationToken);
        await page.GotoAsync(browser.Site + Permalink.SetUp(token));
        await page.GetByText("Make a passkey").ClickAsync();
        await page.WaitForURLAsync("**/desk");
        await viewer.LookAsync(Permalink.Desk, "desk-administrator");
        await viewer.LookAsync(Permalink.UndoAccount, "undo-account");
        await viewer.LookAsync(Permalink.Log(), "log");
        await viewer.LookAsync(Permalink.Log(Permalink.LogOfAccounts), "log-accounts");
        await viewer.LookAsync(Permalink.LinkChecks, "link-checks");
        await viewer.LookAsync(Permalink.DeskCategories, "desk-categories");
        await viewer.LookAsync(Permalink.DeskThesaurus, "desk-thesaurus");
        await viewer.LookAsync(Permalink.NewTopic, "new-topic");
        await viewer.LookAsync(Permalink.DeskTopic("xinjiang"), "desk-topic");
        await viewer.LookAsync(Permalink.DeskOutlets, "desk-outlets");
        await viewer.FollowAsync(page.Locator(".names a").First);
        await page.GetByLabel("Hosts").FillAsync("no host");
        await page.GetByLabel("Why").First.FillAsync("It calls itself so.");
        await page.GetByText("Save", new() { Exact = true }).ClickAsync();
        await page.Locator("[role=alert]").WaitForAsync();
        await viewer.LookAsync("desk-outlet-refused");
        await page.GetByLabel("Hosts").FillAsync($"news{width}.example");
        await page.GetByText("Save", new() { Exact = true }).ClickAsync();
        await page.Locator(".history ins").First.WaitForAsync();
        await viewer.LookAsync("desk-outlet");
    }

    [Theory]
    [InlineData(375, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task A_headline_is_corrected_in_two_clicks_and_the_pages_on_the_way_fit_their_window(int width, ColorScheme scheme)
    {
        await using var window = await browser.OpenAsync(width, scheme);
        var page = await window.NewPageAsync();
        Viewer viewer = new(page, browser.Site, width, scheme);
        await Authenticator.AddAsync(page);
        var (_, token) = await browser.Services.GetRequiredService<AccountRegister>().AddAsync($"Corrections {width}", AccountRole.Editor, TestContext.Current.CancellationToken);
        await page.GotoAsync(browser.Site + Permalink.SetUp(token));
        await page.GetByText("Make a passkey").ClickAsync();
        await page.WaitForURLAsync("**/desk");
        await viewer.LookAsync("/2021/01/29/uyghur-news", "editors-digest");
        await viewer.FollowAsync(page.Locator(".headlines.full a.correct").Nth(width % 5));
        var form = page.Url;
        var text = await page.GetByLabel("Text").InputValueAsync();
        await viewer.LookAsync("correct-headline");
        await page.GetByLabel("Text").FillAsync(text + " and more");
        await page.GetByLabel("Reason").FillAsync("As its own page has it");
        var other = await window.NewPageAsync();
        await other.GotoAsync(form);
        await page.GetByText("Save", new() { Exact = true }).Last.ClickAsync();
        await page.WaitForURLAsync("**/uyghur-news");
        await other.GetByLabel("Text").FillAsync(text + ", says another");
        await other.GetByText("Save", new() { Exact = true }).Last.ClickAsync();
        await other.Locator(".sides").WaitForAsync();
        await new Viewer(other, browser.Site, width, scheme).LookAsync("correct-headline-conflict");

        await viewer.FollowAsync(page.Locator(".kicker a.correct").First);
        await viewer.LookAsync("edit-post");
        await page.Locator("details:has(#place) > summary").ClickAsync();
        await page.GetByLabel("Place", new() { Exact = true }).FillAsync($"Window {width}");
        await page.GetByText("Look at the changes", new() { Exact = true }).Last.ClickAsync();
        await page.Locator(".preview ins").First.WaitForAsync();
        await viewer.LookAsync("edit-post-changes");
        await viewer.FollowAsync(page.GetByText("History", new() { Exact = true }));
        await page.Locator("summary").First.ClickAsync();
        await viewer.LookAsync("post-history");
        await viewer.FollowAsync(page.GetByText("Edit", new() { Exact = true }));
        await viewer.FollowAsync(page.GetByText("Same as another"));
        await viewer.LookAsync("merge");
        await page.GetByLabel("This is the same as").FillAsync("/2021/01/26/uyghur-news");
        await page.GetByText("Compare them").ClickAsync();
        await page.Locator(".pair").WaitForAsync();
        await viewer.LookAsync("merge-both");
        await viewer.LookAsync(Permalink.Corrections(), "corrections");
    }
}
