using System.Net;
using Archive.Store;
using Archive.Store.Accounts;
using Archive.Store.Accounts.Auditing;
using Archive.Web.Accounts.Passwords;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Archive.Browser.Tests;

/// <summary>Passkeys, with a real browser and an authenticator that it plays (T26).</summary>
public sealed class PasskeyTests(Browser browser)
{
    // Passkeys are bound to a name; an address has none.
    private string Site => $"http://localhost:{browser.Address.Port}";

    private AccountRegister Register => browser.Services.GetRequiredService<AccountRegister>();

    [Fact]
    public async Task From_a_one_time_link_to_a_passkey_to_the_desk_and_back_in_again()
    {
        await using var window = await browser.OpenAsync(375);
        var page = await window.NewPageAsync();
        await Authenticator.AddAsync(page);
        var link = await SetUpAsync(page, "Tara", AccountRole.Administrator);
        Assert.Contains("an administrator", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        // The link was good once.
        Assert.Equal((int)HttpStatusCode.NotFound, (await page.GotoAsync(link))!.Status);
        await page.GotoAsync(Site + Permalink.Desk);
        await SignOutAsync(page);
        await page.GotoAsync(Site + Permalink.Desk);
        Assert.Contains("/account/sign-in", page.Url, StringComparison.Ordinal);

        await page.GetByText("Use a passkey").ClickAsync();
        await page.WaitForURLAsync(Site + Permalink.Desk);

        await page.GotoAsync(Site + Permalink.OwnAccount);
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Old telephone");
        await page.RunAndWaitForResponseAsync(() => page.GetByText("Rename").ClickAsync(), answer => answer.Request.Method == "POST");
        await page.GotoAsync(Site + Permalink.OwnAccount);
        Assert.Equal("Old telephone", await page.GetByLabel("Name", new() { Exact = true }).InputValueAsync());
        // It is the only way in, and cannot be lost.
        Assert.Equal(0, await page.GetByText("Remove “").CountAsync());
        // Coming in again changed nothing that the audit has.
        await using var archive = await browser.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var id = await archive.Accounts.Where(account => account.Name == "Tara").Select(account => account.Id).SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            ["add", "make passkey", "rename passkey"],
            await archive.AccountRecords.Where(record => record.AccountId == id).OrderBy(record => record.Id).Select(record => record.Action).ToListAsync(TestContext.Current.CancellationToken));
        Assert.DoesNotContain((await new AccountVerification(browser.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>()).RunAsync([], TestContext.Current.CancellationToken)).Findings, finding => finding.Contains("(Tara)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_answered_once_or_to_another_question_lets_nobody_in()
    {
        await using var window = await browser.OpenAsync(1280);
        var page = await window.NewPageAsync();
        var authenticator = await Authenticator.AddAsync(page);
        await SetUpAsync(page, "Deniz", AccountRole.Editor);
        await SignOutAsync(page);
        var sent = "";
        page.Request += (_, request) => sent = request.Method == "POST" ? request.PostData ?? sent : sent;
        await page.GetByText("Use a passkey").ClickAsync();
        await page.WaitForURLAsync(Site + Permalink.Desk);
        var answer = sent.Split('&').Select(field => field.Split('=')).ToDictionary(field => field[0], field => WebUtility.UrlDecode(field[1]), StringComparer.Ordinal);
        Assert.Contains("signature", answer["Credential"], StringComparison.Ordinal);

        await using var thief = await browser.OpenAsync(1280);
        var other = await thief.NewPageAsync();
        // As it was sent; and to the question of another page.
        Assert.False(await TryAsync(other, answer["Credential"], answer["State"]));
        Assert.False(await TryAsync(other, answer["Credential"], state: null));
        Assert.False(await TryAsync(other, "{}", state: null));
        Assert.False(await TryAsync(other, "no JSON at all", state: null));

        // A copy of the device that has signed less often than the device itself gives itself away.
        await SignOutAsync(page);
        await authenticator.CopyFromBackThenAsync(signCount: 1);
        await page.GetByText("Use a passkey").ClickAsync();
        await page.Locator("[role=alert]").WaitForAsync();
        Assert.Contains("not known here", await page.Locator("[role=alert]").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_disabled_has_a_passkey_that_opens_nothing_and_a_strangers_guessing_stops_no_passkey()
    {
        await using var window = await browser.OpenAsync(1280);
        var page = await window.NewPageAsync();
        await Authenticator.AddAsync(page);
        await SetUpAsync(page, "Yonten", AccountRole.Editor);
        await Register.DisableAsync("Yonten", TestContext.Current.CancellationToken);
        await page.GotoAsync(Site + Permalink.Desk);
        Assert.Contains("/account/sign-in", page.Url, StringComparison.Ordinal);
        await page.GetByText("Use a passkey").ClickAsync();
        await page.Locator("[role=alert]").WaitForAsync();
        await Register.EnableAsync("Yonten", TestContext.Current.CancellationToken);

        var guesses = browser.Services.GetRequiredService<Guesses>();
        while (await guesses.TakeAsync(Account.KeyOf("Yonten"), browser: null, address: null, TestContext.Current.CancellationToken))
        {
            // Until the name is slowed.
        }
        await page.GetByText("Use a passkey").ClickAsync();
        await page.WaitForURLAsync("**/desk");
    }

    private static async Task SignOutAsync(IPage page)
    {
        await page.GetByText("Sign out").ClickAsync();
        await page.WaitForURLAsync("**/account/sign-in");
    }

    private async Task<string> SetUpAsync(IPage page, string name, AccountRole role)
    {
        var (_, token) = await Register.AddAsync(name, role, TestContext.Current.CancellationToken);
        var link = Site + Permalink.SetUp(token);
        await page.GotoAsync(link);
        await page.GetByText("Make a passkey").ClickAsync();
        await page.WaitForURLAsync(Site + Permalink.Desk);
        return link;
    }

    // Sends what a thief has, with a token of their own.
    private async Task<bool> TryAsync(IPage page, string credential, string? state)
    {
        await page.GotoAsync(Site + Permalink.SignIn());
        await page.EvaluateAsync(
            """
            ([credential, state]) => {
              const form = document.querySelector("form[data-passkey]");
              form.elements.Credential.value = credential;
              if (state) form.elements.State.value = state;
              form.submit();
            }
            """, new[] { credential, state });
        await page.Locator("[role=alert], .places").WaitForAsync();
        return page.Url.EndsWith(Permalink.Desk, StringComparison.Ordinal);
    }
}
