using Archive.Store;

namespace Archive.Browser.Tests;

/// <summary>What another site makes an editor's browser send (T24).</summary>
public sealed class ForeignFormTests(Browser browser)
{
    [Fact]
    public async Task A_form_of_another_site_comes_without_our_cookies_and_signs_nobody_out()
    {
        await using var window = await browser.OpenAsync(1280);
        var page = await browser.SignedInAsync(window, "Deceived by another site");
        Assert.Equal(200, (await page.GotoAsync(browser.Site + Permalink.Desk))!.Status);
        await page.RouteAsync("http://elsewhere.example/", route => route.FulfillAsync(new()
        {
            ContentType = "text/html", Body = $"<form method=post action='{browser.Site}{Permalink.SignOut}'></form><script>document.forms[0].submit()</script>",
        }));

        var sent = await page.RunAndWaitForResponseAsync(() => page.GotoAsync("http://elsewhere.example/"), answer => answer.Url.EndsWith(Permalink.SignOut, StringComparison.Ordinal));

        Assert.Equal(("POST", 303), (sent.Request.Method, sent.Status));
        Assert.DoesNotContain("__Host-archive", (await sent.Request.AllHeadersAsync()).GetValueOrDefault("cookie", ""), StringComparison.Ordinal);
        await page.WaitForURLAsync("**" + Permalink.SignIn() + "*");
        Assert.Equal(200, (await page.GotoAsync(browser.Site + Permalink.Desk))!.Status);
        // Our own form does it.
        await page.GetByText("Sign out").ClickAsync();
        await page.WaitForURLAsync("**" + Permalink.SignIn() + "*");
    }
}
