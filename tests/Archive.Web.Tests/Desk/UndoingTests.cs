using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Archive.Store;
using Archive.Store.Accounts;
using Archive.Store.History.Auditing;
using Archive.Web.Hosting;
using Archive.Web.Tests.Accounts;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Web.Tests.Desk;

/// <summary>An import, and what an account did, undone from the desk: shown first, and asked for a proof.</summary>
public sealed class UndoingTests(ListSite site) : IClassFixture<ListSite>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_import_is_shown_before_it_is_undone_and_is_undone_once()
    {
        var clock = new SetClock();
        await using var node = site.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(clock)));
        var (account, editor) = await Editor.SignedInAsync(node);
        using var _ = editor;
        await site.Services.SeedImporter().RunAsync(new([]) { Sent = [new("weir.txt", Encoding.UTF8.GetBytes("Weir News (June 4, 2022)\n\nHerons at the weir\n"))], Actor = await ActorAsync(account.Name) }, cancellation: Stop);
        const string post = "/2022/06/04/weir-news";

        using var listed = await PageAsync(editor, "/desk/imports");
        var run = listed.QuerySelectorAll(".removed > li").Single(one => one.TextContent.Contains("weir.txt", StringComparison.Ordinal));
        Assert.Contains(account.Name, run.TextContent, StringComparison.Ordinal);
        var id = run.QuerySelector("input[name=Id]")!.GetAttribute("value")!;
        using var shown = await SendAsync(editor, listed, "/desk/imports?handler=Look", ("Id", id));
        Assert.Equal([post], shown.QuerySelectorAll("section.removed a").Select(link => link.GetAttribute("href")));
        await AnswersAsync(post, HttpStatusCode.OK);

        clock.Advance(TimeSpan.FromMinutes(16));
        using var unproved = await SendAsync(editor, shown, "/desk/imports?handler=Undo", HttpStatusCode.Forbidden, ("Id", id));
        Assert.StartsWith("/account/prove", unproved.QuerySelector("[role=alert] a")!.GetAttribute("href"), StringComparison.Ordinal);
        await AnswersAsync(post, HttpStatusCode.OK);
        (await editor.SendFormAsync("/account/prove?return=%2Fdesk%2Fimports", new() { ["Password"] = Editor.Password, ["Code"] = account.RecoveryCodes[1] })).Dispose();

        using var fresh = await PageAsync(editor, "/desk/imports");
        using var undone = await SendAsync(editor, fresh, "/desk/imports?handler=Undo", ("Id", id));
        Assert.Contains("is undone", undone.QuerySelector("section.removed h2")!.TextContent, StringComparison.Ordinal);
        await AnswersAsync(post, HttpStatusCode.Gone);
        using var again = await SendAsync(editor, fresh, "/desk/imports?handler=Undo", HttpStatusCode.Conflict, ("Id", id));
        Assert.Contains("undone already", again.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_account_did_is_shown_and_undone_by_an_administrator()
    {
        var (thief, stolen) = await Editor.SignedInAsync(site);
        var (_, administrator) = await Editor.SignedInAsync(site, AccountRole.Administrator);
        using var _ = stolen;
        using var __ = administrator;
        var pasted = Lists.NewPaste("A headline that a thief made up");
        using var preview = await ArchiveSite.ReadAsync(await stolen.SendFormAsync(Lists.Page, new() { ["Pasted"] = pasted }));
        using var published = await Lists.PublishAsync(stolen, preview, pasted);
        var made = published.Headers.Location!.ToString();
        const string old = "/2021/03/07/uyghur-news";
        await using var archive = await site.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>().CreateDbContextAsync(Stop);
        var id = await archive.Posts.Where(one => one.DateEnd == new DateOnly(2021, 3, 7)).Select(one => one.Id).SingleAsync(Stop);
        (await stolen.SendFormAsync($"/desk/posts/{id}/remove", new() { ["Remark"] = "" })).Dispose();
        await AnswersAsync(made, HttpStatusCode.OK);
        await AnswersAsync(old, HttpStatusCode.Gone);

        using var page = await PageAsync(administrator, "/desk/admin/undo");
        var number = page.QuerySelectorAll("#account option").OfType<IHtmlOptionElement>().Single(option => option.Text == thief.Name).Value;
        (string, string)[] asked = [("Account", number), ("Since", "an hour ago")];
        using var refused = await SendAsync(administrator, page, "/desk/admin/undo?handler=Look", HttpStatusCode.BadRequest, asked);
        Assert.Equal("an hour ago", refused.QuerySelector("#since")!.GetAttribute("value"));
        asked[1].Item2 = "2026-01-01T00:00Z";
        using var shown = await SendAsync(administrator, refused, "/desk/admin/undo?handler=Look", asked);
        Assert.Equal([old, made], shown.QuerySelectorAll("section.removed a").Select(link => link.GetAttribute("href")!).Order());
        await AnswersAsync(made, HttpStatusCode.OK);
        await AnswersAsync(old, HttpStatusCode.Gone);

        using var undone = await SendAsync(administrator, shown, "/desk/admin/undo?handler=Undo", asked);
        Assert.Contains("undone", undone.QuerySelector("section.removed h2")!.TextContent, StringComparison.Ordinal);
        await AnswersAsync(made, HttpStatusCode.Gone);
        await AnswersAsync(old, HttpStatusCode.OK);
        Assert.Empty((await new AuditVerification(site.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>()).RunAsync([], cancellation: Stop)).Findings);
    }

    private static Task<IHtmlDocument> SendAsync(HttpClient editor, IHtmlDocument page, string address, params (string Name, string Value)[] fields) =>
        SendAsync(editor, page, address, HttpStatusCode.OK, fields);

    private static async Task<IHtmlDocument> SendAsync(HttpClient editor, IHtmlDocument page, string address, HttpStatusCode status, params (string Name, string Value)[] fields)
    {
        var token = page.QuerySelector("main input[name=token]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(fields.Append(("token", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        using var answer = await editor.PostAsync(address, content, Stop);
        Assert.Equal(status, answer.StatusCode);
        return await ArchiveSite.ReadAsync(answer);
    }

    private static async Task<IHtmlDocument> PageAsync(HttpClient editor, string address) => await ArchiveSite.ReadAsync(await editor.GetAsync(address, Stop));

    // A node learns of what another changed within a moment.
    private async Task AnswersAsync(string address, HttpStatusCode status)
    {
        using var reader = site.CreateClient(new() { AllowAutoRedirect = false });
        HttpStatusCode? answered = null;
        for (var tries = 0; tries < 600 && answered != status; tries++)
        {
            await Task.Delay(tries == 0 ? 0 : 100, Stop);
            using var answer = await reader.GetAsync(address, Stop);
            answered = answer.StatusCode;
        }
        Assert.Equal((address, status), (address, answered));
    }

    private async Task<string> ActorAsync(string name)
    {
        await using var archive = await site.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>().CreateDbContextAsync(Stop);
        return AuditEntry.ActorOf(await archive.Accounts.Where(account => account.Name == name).Select(account => account.Id).SingleAsync(Stop));
    }
}
