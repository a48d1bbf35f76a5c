using Archive.Store;
using Microsoft.Playwright;

namespace Archive.Browser.Tests;

/// <summary>What another site makes an editor's browser send (T24), from an address and from none.</summary>
public sealed class ForeignFormTests(Browser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_form_of_another_site_is_refused_and_its_editor_stays_signed_in(bool hasAddress)
    {
        await using var window = await browser.OpenAsync(1280);
        var page = await browser.SignedInAsync(window, $"Deceived {hasAddress}");
        Assert.Equal(200, (await page.GotoAsync(browser.Site + Permalink.Desk))!.Status);
        var form = $"<form method=post action='{browser.Site}{Permalink.SignOut}'></form><script>document.forms[0].submit()</script>";
        await page.RouteAsync("http://elsewhere.example/", route => route.FulfillAsync(new() { ContentType = "text/html", Body = hasAddress ? form : $"<iframe sandbox='allow-scripts allow-forms' srcdoc=\"{form}\"></iframe>" }));

        // In a frame without an origin the browser says "null", and shows nothing of our answer.
        var sent = await page.RunAndWaitForResponseAsync(() => page.GotoAsync("http://elsewhere.example/"), answer => answer.Url.EndsWith(Permalink.SignOut, StringComparison.Ordinal));

        Assert.Equal(("POST", 400), (sent.Request.Method, sent.Status));
        Assert.Equal(200, (await page.GotoAsync(browser.Site + Permalink.Desk))!.Status);
        // The same form with our token does it.
        await page.GetByText("Sign out").ClickAsync();
        await page.WaitForURLAsync("**/account/sign-in*");
    }
}
