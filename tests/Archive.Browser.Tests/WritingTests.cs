using System.Text.RegularExpressions;
using Archive.Import.Tests.Pasting;
using Archive.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Archive.Browser.Tests;

/// <summary>Writing a list in a browser: by keyboard alone, without script, and without a network.</summary>
public sealed partial class WritingTests(Browser browser)
{
    [Fact]
    public async Task From_paste_to_published_by_keyboard_alone()
    {
        await using var window = await browser.OpenAsync(1280);
        var page = await OpenAsync(window);
        await page.Keyboard.InsertTextAsync("Keyboard links (March 4, 2022)\n\nFirst of the keyboard\nSecond of the keyboard\nhttps://example.org/second?utm_source=mail\nThird of the keyboard\nNot for readers");
        await page.Locator("[data-line='7']").WaitForAsync();
        await Assertions.Expect(page.Locator("[data-state]")).ToHaveTextAsync(SavedAt());

        // From the last line in the box to what it was taken for: left out. Then the second above the first, with its address.
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("x");
        await Assertions.Expect(page.Locator("select[name='Line[7]']")).ToHaveValueAsync("leave-out");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await Assertions.Expect(Box(page)).ToHaveValueAsync("Keyboard links (March 4, 2022)\n\nSecond of the keyboard\nhttps://example.org/second?utm_source=mail\nFirst of the keyboard\nThird of the keyboard\nNot for readers");
        await Assertions.Expect(page.Locator("[data-line='3'] .facts")).ToContainTextAsync("example.org");
        // Deleted, and undone; what was said of the last line stays with it.
        await page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(page.Locator(".lines .headline")).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(page.Locator(".lines .headline")).ToHaveCountAsync(3);
        await Assertions.Expect(page.Locator("select[name='Line[7]']")).ToHaveValueAsync("leave-out");
        // One more below it, typed where the key led.
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.TypeAsync("Added of the keyboard");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator(".lines .headline .text").Nth(1)).ToHaveTextAsync("Added of the keyboard");
        await Assertions.Expect(page.Locator("[data-state]")).ToHaveTextAsync(SavedAt());
        await page.Keyboard.PressAsync("Control+Enter");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/2022/03/04/**");

        var read = await page.Locator("main").InnerTextAsync();
        Assert.Equal(["Second", "Added", "First", "Third"], Ordered().Matches(read).Select(match => match.Groups["which"].Value).Distinct());
        Assert.DoesNotContain("Not for readers", await page.ContentAsync(), StringComparison.Ordinal);
        // Back is no form that would publish it once more.
        await page.GoBackAsync();
        await page.WaitForURLAsync("**/2022/03/04/**");
    }

    [Fact]
    public async Task What_was_typed_before_the_script_came_is_kept_and_looked_at_too()
    {
        await using var window = await browser.OpenAsync(1280);
        var page = await browser.SignedInAsync(window, "Quicker than the script");
        var typed = new TaskCompletionSource();
        await page.RouteAsync("**/desk*.js", async route =>
        {
            await typed.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(browser.Site + Permalink.NewList, new() { WaitUntil = WaitUntilState.Commit });
        await Box(page).FillAsync("Early links (March 11, 2022)\n\nTyped before the script came");
        typed.SetResult();

        await Assertions.Expect(page.Locator("[data-line='3']")).ToContainTextAsync("Typed before the script came");
        await Assertions.Expect(page.Locator("[data-state]")).ToHaveTextAsync(SavedAt());
    }

    [Fact]
    public async Task With_script_off_the_buttons_do_it()
    {
        await using var window = await browser.OpenAsync(375);
        var page = await OpenAsync(window);
        await (await window.NewCDPSessionAsync(page)).SendAsync("Emulation.setScriptExecutionDisabled", new() { ["value"] = true });
        await page.GotoAsync(browser.Site + Permalink.NewList);
        await Box(page).FillAsync("Plain links (March 5, 2022)\n\nWritten without any script");
        await page.GetByText("Save draft").ClickAsync();
        await Assertions.Expect(page.Locator("[data-state]")).ToHaveTextAsync(SavedAt());
        await page.GetByText("Publish", new() { Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/2022/03/05/**");
        Assert.Contains("Written without any script", await page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_while_the_network_is_away_or_the_session_over_is_there_afterwards()
    {
        await using var window = await browser.OpenAsync(1280);
        var page = await OpenAsync(window);
        await page.Keyboard.InsertTextAsync("Begun with a network");
        await Assertions.Expect(page.Locator("[data-state]")).ToHaveTextAsync(SavedAt());
        // Gone elsewhere and back.
        await page.GotoAsync(browser.Site + Permalink.Desk);
        await page.GoBackAsync();
        await Assertions.Expect(Box(page)).ToHaveValueAsync("Begun with a network");
        await page.EvaluateAsync("document.querySelector('#pasted').focus()");
        await page.Keyboard.PressAsync("Control+End");
        await window.SetOfflineAsync(true);
        await page.Keyboard.InsertTextAsync(", and gone on without");
        await Assertions.Expect(page.Locator("[data-state]")).ToContainTextAsync("does not answer, your text is kept in this page");
        await window.SetOfflineAsync(false);
        // The window is closed by accident and opened anew: it was not in the store, and is there.
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await page.GotoAsync(browser.Site + Permalink.NewList);
        await Assertions.Expect(Box(page)).ToHaveValueAsync("Begun with a network, and gone on without");
        await Assertions.Expect(page.Locator("[data-state]")).ToHaveTextAsync(SavedAt());

        await using (var archive = await browser.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken))
        {
            // Of this window's account alone: other tests run beside this one.
            await archive.Sessions.Where(session => session.Account!.Name == Name(window)).ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        }
        await page.EvaluateAsync("document.querySelector('#pasted').focus()");
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.InsertTextAsync(", signed out");
        await Assertions.Expect(page.Locator("[data-state]")).ToContainTextAsync("signed out: what you typed is kept");
        // Signed in again elsewhere, they go on where they were, and it is saved by itself.
        await browser.SignedInAsync(window, Name(window));
        await Assertions.Expect(page.Locator("[data-state]")).ToHaveTextAsync(SavedAt());
        Assert.Equal("Begun with a network, and gone on without, signed out", await Box(page).InputValueAsync());
    }

    [Fact]
    public async Task A_pasted_page_keeps_its_links_and_runs_nothing_however_hostile_and_without_any_policy()
    {
        await using var window = await browser.OpenAsync(1280, policy: false);
        var page = await OpenAsync(window);
        List<string> ran = [];
        page.Dialog += (_, dialog) => { ran.Add(dialog.Message); _ = dialog.DismissAsync(); };
        await PasteAsync(page, "<p>Pasted links (March 6, 2022)</p><ul><li><a href=\"https://www.theguardian.com/world/2022/mar/06/pasted?utm_source=mail\">A title with its link</a></li></ul>");
        await Assertions.Expect(page.Locator(".lines .headline .facts")).ToContainTextAsync("theguardian.com");
        foreach (var html in HostileHtml.Vectors)
        {
            await PasteAsync(page, $"{html}<p><a href=\"https://example.org/\">after it</a></p>");
        }
        await Assertions.Expect(page.Locator(".lines .headline").Last).ToContainTextAsync("after it");
        await Assertions.Expect(page.Locator("[data-state]")).ToHaveTextAsync(SavedAt());
        var foreign = await page.EvaluateAsync<string[]>("""
            () => {
              const part = document.querySelector("[data-preview]"), again = document.createElement("div");
              const found = [...part.querySelectorAll("*")].filter(one => !/^(section|h2|p|ol|li|div|span|a|bdi|small|strong|em|time|label|select|option|input|button|details|summary|kbd|dl|dt|dd)$/.test(one.localName)
                || one.namespaceURI !== "http://www.w3.org/1999/xhtml" || [...one.attributes].some(attribute => attribute.name.startsWith("on") || /^\s*(javascript|data|vbscript):/i.test(attribute.value)))
                .map(one => one.outerHTML.slice(0, 200));
              again.innerHTML = part.innerHTML;
              return again.innerHTML === part.innerHTML ? found : [...found, "reads otherwise when it is read again"];
            }
            """);
        Assert.Empty(foreign);
        Assert.Empty(ran);

        // The same browser runs it where a page takes it as it is.
        await page.EvaluateAsync("all => all.forEach(html => document.querySelector('[data-preview]').insertAdjacentHTML('beforeend', html))", HostileHtml.Vectors);
        // A picture that is not there is found out a moment later.
        for (var tries = 0; tries < 600 && ran.Count == 0; tries++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        Assert.NotEmpty(ran);
    }

    /// <summary>As when it was copied from a page: with what the page's words led to.</summary>
    internal static Task<IResponse> PasteAsync(IPage page, string html) => page.RunAndWaitForResponseAsync(
        () => page.EvaluateAsync("""
            html => {
              const held = new DataTransfer();
              held.setData("text/html", html);
              held.setData("text/plain", "without its links");
              document.querySelector("#pasted").dispatchEvent(new ClipboardEvent("paste", { clipboardData: held, bubbles: true, cancelable: true }));
            }
            """, html),
        answer => answer.Url.EndsWith("handler=Lines", StringComparison.Ordinal));

    private static ILocator Box(IPage page) => page.Locator("#pasted");

    [GeneratedRegex("^Saved [0-2][0-9]:[0-5][0-9]$", RegexOptions.None, 1000)]
    internal static partial Regex SavedAt();

    [GeneratedRegex("(?<which>[A-Z][a-z]+) of the keyboard", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ordered();

    private static string Name(IBrowserContext window) => $"Writer {window.GetHashCode()}";

    private async Task<IPage> OpenAsync(IBrowserContext window)
    {
        var page = await browser.SignedInAsync(window, Name(window));
        await page.GotoAsync(browser.Site + Permalink.NewList);
        await Box(page).FocusAsync();
        return page;
    }
}
