using System.Net;
using Archive.Store.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Web.Tests.Accounts;

/// <summary>From a one-time link to the desk, with a password and a second factor.</summary>
public sealed class SignInTests(ArchiveSite site) : IClassFixture<ArchiveSite>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_set_up_a_password_signs_in_with_it_and_a_code_that_is_good_once()
    {
        var (editor, client) = await Editor.SignedInAsync(site);
        using var _ = client;
        Assert.Contains("an editor", await client.GetStringAsync("/desk", Stop), StringComparison.Ordinal);

        using var other = Editor.Browser(site);
        var code = editor.Code();
        using var entered = await editor.SignInAsync(other, code: code, back: "/account");
        Assert.Equal((HttpStatusCode.Found, "/account"), (entered.StatusCode, entered.Headers.Location?.OriginalString));
        var cookie = Assert.Single(entered.Headers.GetValues("Set-Cookie"), one => one.StartsWith("__Host-archive=", StringComparison.Ordinal));
        Assert.Matches("(?i)^(?=.*; secure)(?=.*; httponly)(?=.*; samesite=lax)(?=.*; path=/(;|$))(?!.*domain)(?!.*expires)", cookie);

        using var third = Editor.Browser(site);
        using var again = await editor.SignInAsync(third, code: code);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Contains("do not go together", await again.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);

        using var recovered = await editor.SignInAsync(third, code: editor.RecoveryCodes[3].ToLowerInvariant());
        Assert.Equal("/desk", recovered.Headers.Location?.OriginalString);
        using var spent = await editor.SignInAsync(other, code: editor.RecoveryCodes[3]);
        Assert.Equal(HttpStatusCode.OK, spent.StatusCode);
    }

    [Fact]
    public async Task A_password_alone_lets_nobody_in_and_the_name_may_be_typed_otherwise()
    {
        var (editor, client) = await Editor.SignedInAsync(site);
        client.Dispose();
        using var browser = Editor.Browser(site);
        foreach (var code in new[] { "", "000000", "AAAA-AAAA-AAAA-AAAA" })
        {
            using var refused = await editor.SignInAsync(browser, code: code);
            Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        }
        using var entered = await browser.SendFormAsync("/account/sign-in", new() { ["Name"] = $" {editor.Name.ToUpperInvariant()}", ["Password"] = Editor.Password, ["Code"] = editor.Code() });
        Assert.Equal("/desk", entered.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Fields_that_no_form_has_change_nothing()
    {
        var (editor, client) = await Editor.SignedInAsync(site);
        using var _ = client;
        var fields = new Dictionary<string, string>
        {
            ["token"] = await client.TokenAsync("/account"), ["PasskeyName"] = "none", ["Id"] = "1",
            ["Role"] = "Administrator", ["Me.Role"] = "Administrator", ["account.Role"] = "Administrator", ["Name"] = "Another", ["AccountId"] = "1", ["Disabled"] = "false",
        };
        foreach (var address in new[] { "/account", "/account?handler=Rename", "/account?handler=Remove", "/account/password", "/account/prove" })
        {
            using var content = new FormUrlEncodedContent(fields);
            using var answer = await client.PostAsync(address, content, Stop);
            Assert.InRange((int)answer.StatusCode, 200, 302);
        }
        var account = Assert.Single(await site.Services.GetRequiredService<AccountRegister>().ListAsync(Stop), one => one.Name == editor.Name);
        Assert.Equal((AccountRole.Editor, false, 0), (account.Role, account.Disabled, account.Passkeys.Count));
    }

    [Theory]
    [InlineData("https://evil.example/desk")]
    [InlineData("//evil.example/desk")]
    [InlineData("/\\evil.example/desk")]
    [InlineData("/desk/../../evil")]
    [InlineData("/desk\r\nSet-Cookie: a=b")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/2021")]
    [InlineData("desk")]
    [InlineData("/deskx")]
    public async Task Nobody_is_sent_off_the_desk_after_signing_in(string back)
    {
        var (editor, client) = await Editor.SignedInAsync(site);
        using var _ = client;
        using var entered = await editor.SignInAsync(client, back: back);
        Assert.Equal((HttpStatusCode.Found, "/desk"), (entered.StatusCode, entered.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task A_link_is_good_once_and_not_for_the_disabled_and_a_new_one_ends_the_old()
    {
        var register = site.Services.GetRequiredService<AccountRegister>();
        var (account, first) = await register.AddAsync($"Late {Guid.NewGuid()}"[..30], AccountRole.Editor, Stop);
        using var browser = Editor.Browser(site);
        Assert.Equal(HttpStatusCode.OK, await AnswerAsync(first));
        var second = await register.LinkAsync(account.Name, Stop);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (await AnswerAsync(first), await AnswerAsync(second)));
        await register.DisableAsync(account.Name, Stop);
        Assert.Equal(HttpStatusCode.NotFound, await AnswerAsync(second));
        await register.EnableAsync(account.Name, Stop);
        var third = await register.LinkAsync(account.Name, Stop);
        var kept = await site.Store.ExecuteAsync($"""SELECT count(*) FROM "OneTimeLinks" WHERE "AccountId" = {account.Id}""", Stop);
        Assert.Equal(1L, kept);
        await site.Store.ExecuteAsync($"""UPDATE "OneTimeLinks" SET "ExpiresAt" = '2020-01-01 00:00:00' WHERE "AccountId" = {account.Id}""", Stop);
        Assert.Equal(HttpStatusCode.NotFound, await AnswerAsync(third));

        async Task<HttpStatusCode> AnswerAsync(string token) => (await browser.GetAsync($"/account/set-up/{token}", Stop)).StatusCode;
    }

    [Fact]
    public async Task Without_HTTPS_nobody_is_asked_for_a_password_but_at_home()
    {
        using var plain = site.CreateClient(new() { BaseAddress = new("http://archive.example"), AllowAutoRedirect = false });
        var page = await plain.GetStringAsync("/account/sign-in", Stop);
        Assert.Contains("needs HTTPS", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
        using var home = site.CreateClient(new() { BaseAddress = new("http://localhost"), AllowAutoRedirect = false });
        Assert.Contains("type=\"password\"", await home.GetStringAsync("/account/sign-in", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_passkey_is_bound_to_comes_from_the_settings_whatever_the_request_claims()
    {
        using var forged = site.CreateClient(new() { BaseAddress = new("https://evil.example"), AllowAutoRedirect = false });
        var page = await forged.GetStringAsync("/account/sign-in", Stop);
        Assert.Contains("&quot;rpId&quot;:&quot;localhost&quot;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", page, StringComparison.Ordinal);
    }
}
