using System.Net;
using AngleSharp.Html.Dom;
using Archive.Store;
using Archive.Web.Tests.Accounts;
using Archive.Web.Tests.Hosting;
using Archive.Web.Tests.Hosting.Keeping;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Web.Tests.Desk;

/// <summary>What is sent when the session is over, or the store away, is not lost (T33).</summary>
public sealed class LateFormTests(ListSite site) : IClassFixture<ListSite>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_form_that_came_after_its_session_goes_through_signing_in_to_whoever_typed_it_and_nobody_else()
    {
        var (me, editor) = await Editor.SignedInAsync(site);
        var (other, _) = await Editor.SignedInAsync(site);
        using var __ = editor;
        var pasted = Lists.NewPaste("An hour of work, and it is still there");
        using var preview = await ArchiveSite.ReadAsync(await editor.SendFormAsync(Lists.Page, new() { ["Pasted"] = pasted }));
        await using (var archive = await site.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>().CreateDbContextAsync(Stop))
        {
            await archive.Sessions.ExecuteDeleteAsync(Stop);
        }

        using var late = await Lists.PublishAsync(editor, preview, pasted);
        using var asked = await ArchiveSite.ReadAsync(late);

        Assert.Equal(HttpStatusCode.Unauthorized, late.StatusCode);
        Assert.DoesNotContain("An hour of work", asked.Source.Text, StringComparison.Ordinal);
        Assert.Null(late.Headers.Location);
        using var refused = await ArchiveSite.ReadAsync(await SignInAsync(editor, asked, other));
        Assert.Contains("another account", refused.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("An hour of work", refused.Source.Text, StringComparison.Ordinal);
        using var back = await ArchiveSite.ReadAsync(await SignInAsync(editor, refused, me));
        Assert.Equal(pasted, ((IHtmlTextAreaElement)back.QuerySelector("textarea[name=Pasted]")!).Value.Replace("\r", "", StringComparison.Ordinal));
        using var published = await editor.SendFormAsync(back, Lists.Page, new() { ["Pasted"] = pasted });
        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        Assert.Contains("An hour of work", await editor.GetStringAsync(published.Headers.Location, Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_sessions_usually_end_the_text_would_be_gone()
    {
        await using var naive = site.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.PostConfigureAll<CookieAuthenticationOptions>(options =>
        {
            options.EventsType = null;
            options.Events.OnValidatePrincipal = context => { context.RejectPrincipal(); return Task.CompletedTask; };
        })));
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        var pasted = Lists.NewPaste("An hour of work, and it is gone");
        using var preview = await ArchiveSite.ReadAsync(await editor.SendFormAsync(Lists.Page, new() { ["Pasted"] = pasted }));
        using var over = Editor.Browser(naive);
        using var late = await Lists.PublishAsync(over, preview, pasted);
        Assert.Equal(HttpStatusCode.Redirect, late.StatusCode);
        Assert.DoesNotContain("An hour of work", await late.Content.ReadAsStringAsync(Stop) + await over.GetStringAsync("/account/sign-in", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_stranger_sends_is_not_read_and_a_script_is_told()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        using var stranger = Editor.Browser(site);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("Pasted", "Sent by somebody else")]);
        // So it would be for everybody, and the text would be gone.
        using var sent = await stranger.PostAsync(Lists.Page, form, Stop);
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        using var script = new HttpRequestMessage(HttpMethod.Post, Lists.Page + "?handler=Save") { Content = new FormUrlEncodedContent([]), Headers = { { "Sec-Fetch-Mode", "cors" } } };
        using var told = await stranger.SendAsync(script, Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, told.StatusCode);
    }

    [Fact]
    public async Task While_the_store_is_away_the_typed_text_comes_back_with_the_answer()
    {
        await using var watched = new WatchedSite();
        await watched.InitializeAsync();
        var (_, editor) = await Editor.SignedInAsync(watched);
        using var _ = editor;
        var pasted = Lists.NewPaste("Typed while the store went away", "ئۇيغۇر <b>&amp;</b>");
        using var preview = await ArchiveSite.ReadAsync(await editor.SendFormAsync(Lists.Page, new() { ["Pasted"] = pasted }));
        watched.IsDown = true;
        using var away = await editor.SendFormAsync(preview, Lists.Page, new() { ["Pasted"] = pasted });
        using var page = await ArchiveSite.ReadAsync(away);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        Assert.Equal(pasted, ((IHtmlTextAreaElement)page.QuerySelector("textarea[name=Pasted]")!).Value.Replace("\r", "", StringComparison.Ordinal));

        watched.IsDown = false;
        HttpResponseMessage? again = null;
        await HealthTests.UntilAsync(async () => (again = await editor.SendFormAsync(page, Lists.Page, new() { ["Pasted"] = pasted })).StatusCode == HttpStatusCode.OK);
        using var taken = await ArchiveSite.ReadAsync(again!);
        Assert.Equal(2, Lists.Texts(taken).Count);
    }

    private static Task<HttpResponseMessage> SignInAsync(HttpClient client, IHtmlDocument page, Editor editor) =>
        client.SendFormAsync(page, "/account/sign-in", new() { ["Name"] = editor.Name, ["Password"] = Editor.Password, ["Code"] = editor.RecoveryCodes[1] });
}
