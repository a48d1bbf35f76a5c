using System.Net;
using Archive.Store.Accounts;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Web.Tests.Accounts;

/// <summary>A session ends when it should, on every node (T29).</summary>
public sealed class SessionTests(ArchiveSite site) : IClassFixture<ArchiveSite>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private AccountRegister Register => site.Services.GetRequiredService<AccountRegister>();

    [Fact]
    public async Task What_is_taken_away_on_one_node_is_gone_on_the_other()
    {
        await using var other = site.WithWebHostBuilder(_ => { });
        foreach (var end in new Func<Editor, HttpClient, Task>[]
        {
            // By the button that stands on every page of the desk.
            async (_, client) => (await client.SendFormAsync("/desk", [])).Dispose(),
            async (_, client) => (await SignOutEverywhereAsync(client)).Dispose(),
            (editor, _) => Register.DisableAsync(editor.Name, Stop),
            (editor, _) => Register.RemoveAsync(editor.Name, Stop),
        })
        {
            var (editor, client) = await Editor.SignedInAsync(site);
            using var _ = client;
            using var entered = await editor.SignInAsync(client, code: editor.RecoveryCodes[1]);
            var cookie = CookieOf(entered);
            Assert.Equal(HttpStatusCode.OK, await DeskAsync(other, cookie));
            await end(editor, client);
            Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (await DeskAsync(site, cookie), await DeskAsync(other, cookie)));
        }
    }

    [Fact]
    public async Task A_cookie_that_nobody_looked_up_would_live_on()
    {
        await using var naive = site.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
            services.PostConfigureAll<CookieAuthenticationOptions>(options => options.EventsType = null)));
        var (editor, client) = await Editor.SignedInAsync(site);
        using var _ = client;
        using var entered = await editor.SignInAsync(client, code: editor.RecoveryCodes[1]);
        await Register.DisableAsync(editor.Name, Stop);
        Assert.Equal(HttpStatusCode.OK, await DeskAsync(naive, CookieOf(entered)));
    }

    [Fact]
    public async Task A_new_role_holds_with_the_next_request_and_a_new_password_ends_the_other_sessions()
    {
        var (editor, client) = await Editor.SignedInAsync(site);
        using var _ = client;
        using var elsewhere = Editor.Browser(site);
        using var entered = await editor.SignInAsync(elsewhere, code: editor.RecoveryCodes[1]);
        await Register.SetRoleAsync(editor.Name, AccountRole.Administrator, Stop);
        Assert.Contains("an administrator", await elsewhere.GetStringAsync("/desk", Stop), StringComparison.Ordinal);

        using var asked = await client.GetAsync("/account/password", Stop);
        using var page = await ArchiveSite.ReadAsync(asked);
        using var weak = await client.SendFormAsync(page, "/account/password", new() { ["Password"] = "Password1234", ["Code"] = "000000" });
        Assert.Contains("among the first", await weak.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var still = await elsewhere.GetAsync("/desk", Stop);
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        using var everywhere = await SignOutEverywhereAsync(client);
        using var gone = await elsewhere.GetAsync("/desk", Stop);
        Assert.Equal(HttpStatusCode.SeeOther, gone.StatusCode);
    }

    [Theory]
    // Used every twenty minutes, it ends after twelve hours all the same; left alone, after thirty minutes.
    [InlineData(20, 35, 36)]
    [InlineData(29, 24, 25)]
    [InlineData(31, 0, 1)]
    public async Task A_session_ends_after_half_an_hour_alone_and_twelve_hours_in_any_case(int minutes, int lastGood, int firstBad)
    {
        var clock = new SetClock();
        await using var node = site.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(clock)));
        var (_, client) = await Editor.SignedInAsync(node);
        using var _2 = client;
        for (var step = 1; step <= lastGood; step++)
        {
            clock.Advance(TimeSpan.FromMinutes(minutes));
            using var good = await client.GetAsync("/desk", Stop);
            Assert.True(good.StatusCode == HttpStatusCode.OK, $"after {step} times {minutes} minutes: {(int)good.StatusCode}");
        }
        clock.Advance(TimeSpan.FromMinutes(minutes * (firstBad - lastGood)));
        using var bad = await client.GetAsync("/desk", Stop);
        Assert.Equal(HttpStatusCode.SeeOther, bad.StatusCode);
    }

    [Fact]
    public async Task What_concerns_the_account_asks_for_a_fresh_proof_and_comes_back()
    {
        var clock = new SetClock();
        await using var node = site.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(clock)));
        var (editor, client) = await Editor.SignedInAsync(node);
        using var _ = client;
        clock.Advance(TimeSpan.FromMinutes(10));
        using var asked = await client.GetAsync("/account/password", Stop);
        Assert.Equal("/account/prove?return=%2Faccount%2Fpassword", asked.Headers.Location?.OriginalString);
        // Nor does sending the form get one.
        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["token"] = await client.TokenAsync("/account"), ["State"] = "none", ["Password"] = Editor.Password, ["Code"] = "000000" });
        using var sent = await client.PostAsync("/account/password", content, Stop);
        Assert.Equal("/account/prove?return=%2Faccount%2Fpassword", sent.Headers.Location?.OriginalString);
        using var wrong = await client.SendFormAsync(asked.Headers.Location!.OriginalString, new() { ["Password"] = Editor.Password, ["Code"] = "000000" });
        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        using var proved = await client.SendFormAsync(asked.Headers.Location!.OriginalString, new() { ["Password"] = Editor.Password, ["Code"] = editor.RecoveryCodes[5] });
        Assert.Equal("/account/password", proved.Headers.Location?.OriginalString);
        using var fresh = await client.GetAsync("/account/password", Stop);
        Assert.Equal(HttpStatusCode.OK, fresh.StatusCode);
    }

    [Fact]
    public async Task A_script_is_told_that_the_session_is_over_and_somebody_at_a_page_comes_back_to_it()
    {
        using var browser = Editor.Browser(site);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/desk");
        request.Headers.Add("Sec-Fetch-Mode", "cors");
        using var told = await browser.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, told.StatusCode);
        using var sent = await browser.GetAsync("/account?a=b", Stop);
        Assert.Equal("/account/sign-in?return=%2Faccount%3Fa%3Db", sent.Headers.Location?.OriginalString);
    }

    private static async Task<HttpResponseMessage> SignOutEverywhereAsync(HttpClient client)
    {
        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["token"] = await client.TokenAsync("/account") });
        return await client.PostAsync("/account?handler=SignOutEverywhere", content, Stop);
    }

    private static string CookieOf(HttpResponseMessage answer) =>
        answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("__Host-archive=", StringComparison.Ordinal)).Split(';')[0];

    private static async Task<HttpStatusCode> DeskAsync(WebApplicationFactory<Program> node, string cookie)
    {
        using var client = node.CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false, HandleCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/desk");
        request.Headers.Add("Cookie", cookie);
        using var answer = await client.SendAsync(request, Stop);
        return answer.StatusCode;
    }
}
