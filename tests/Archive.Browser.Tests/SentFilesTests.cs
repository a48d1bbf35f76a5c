using System.Text;
using Archive.Store;
using Microsoft.Playwright;

namespace Archive.Browser.Tests;

/// <summary>Files of old pages sent by a browser without script: looked at, imported, and undone.</summary>
public sealed class SentFilesTests(Browser browser)
{
    private const string Address = "/2022/03/13/river-news";

    private const string Page = """
        River News (March 12 – March 13, 2022)

        Barges wait for the thaw – https://example.org/barges

        Herons are back at the weir – https://example.org/herons

        """;

    [Fact]
    public async Task Sent_files_are_looked_at_imported_read_and_undone()
    {
        await using var window = await browser.OpenAsync(375, scripts: false);
        var page = await browser.SignedInAsync(window, "Sender of files");
        await page.GotoAsync(browser.Site + Permalink.NewImport);
        await page.GetByLabel("Files").SetInputFilesAsync(new FilePayload { Name = "river.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(Page.ReplaceLineEndings("\n")) });
        await page.GetByText("Look at them").ClickAsync();
        await Assertions.Expect(page.Locator(".fates .fate")).ToHaveTextAsync("new");
        await page.GetByText("Line by line").ClickAsync();
        await Assertions.Expect(page.Locator("tr[id] .role")).ToHaveTextAsync(["title", "blank", "headline", "blank", "headline"]);
        await ReadAsync(404);

        await page.GoBackAsync();
        await page.GetByText("Import 1 file").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Imported");
        await ReadAsync(200);

        await page.GotoAsync(browser.Site + Permalink.Imports);
        var mine = page.Locator(".removed > li", new() { HasText = "river.txt" });
        await mine.GetByText("Undo …").ClickAsync();
        await Assertions.Expect(page.Locator("section.removed")).ToContainTextAsync(Address);
        await ReadAsync(200);
        await page.Locator("section.removed button").ClickAsync();
        await Assertions.Expect(mine).ToContainTextAsync("Undone on");
        await ReadAsync(410);
    }

    // As somebody who comes for the first time: what a browser kept for a minute is not asked here.
    private async Task ReadAsync(int status)
    {
        await using var window = await browser.OpenAsync(375, scripts: false);
        Assert.Equal(status, (await window.APIRequest.GetAsync(browser.Site + Address)).Status);
    }
}
