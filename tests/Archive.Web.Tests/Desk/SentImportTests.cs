using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Archive.Store;
using Archive.Store.Accounts;
using Archive.Web.Tests.Accounts;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Web.Tests.Desk;

/// <summary>Seed files, sent by a browser: looked at, imported, and theirs who sent them.</summary>
public sealed class SentImportTests(ListSite site) : IClassFixture<ListSite>
{
    private const string Page = "/desk/imports/new";

    private const string Weblog = """
        Uyghur News (March 9 - March 10, 2022)

        A sent headline from the browser

        Another sent headline – BBC

        """;

    [Fact]
    public async Task Sent_files_change_nothing_until_they_are_imported()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        var before = await CountAsync();

        using var sent = await SendAsync(editor, ("/home/somebody/March.txt", Text(Weblog)), ("picture.png", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 1, 2, 0, 0, 3]));
        var address = sent.Headers.Location!.OriginalString;
        using var looked = await ArchiveSite.ReadAsync(await editor.GetAsync(address, TestContext.Current.CancellationToken));
        using var lines = await ArchiveSite.ReadAsync(await editor.GetAsync(address + "/1", TestContext.Current.CancellationToken));

        Assert.Equal(before, await CountAsync());
        Assert.Equal(["March.txt", "picture.png refused"], looked.QuerySelectorAll(".file h2").Select(Words));
        Assert.Equal("new", Words(looked.QuerySelector(".fates .fate")!));
        Assert.Contains("not text", looked.QuerySelectorAll(".file")[1].TextContent, StringComparison.Ordinal);
        Assert.Equal(["1 title", "2 blank", "3 headline", "4 blank", "5 headline"], lines.QuerySelectorAll("tr[id]").Select(row => $"{Words(row.QuerySelector("th")!)} {Words(row.QuerySelector(".role")!)}"));

        using var done = await ArchiveSite.ReadAsync(await editor.SendFormAsync(looked, address, []));
        using var day = await ArchiveSite.ReadAsync(await site.CreateClient().GetAsync(Permalink.Day(new(2022, 3, 10)), TestContext.Current.CancellationToken));

        Assert.Equal("Imported", Words(done.QuerySelector("h1")!));
        Assert.Equal(before + 1, await CountAsync());
        Assert.Contains("A sent headline from the browser", day.Body!.TextContent, StringComparison.Ordinal);
        await using var archive = await Store().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var record = await archive.AuditRecords.OrderByDescending(row => row.Id).FirstAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("account ", record.Actor, StringComparison.Ordinal);
        Assert.StartsWith("March.txt ", record.Subject, StringComparison.Ordinal);
        // What was imported is not kept twice.
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
        Assert.False(await archive.UploadedFiles.AnyAsync(file => file.Name == "March.txt", TestContext.Current.CancellationToken));

        using var again = await SendAsync(editor, ("March.txt", Text(Weblog)));
        using var known = await ArchiveSite.ReadAsync(await editor.GetAsync(again.Headers.Location, TestContext.Current.CancellationToken));
        Assert.Contains("would change nothing", known.QuerySelector(".actions")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Discard", Words(Assert.Single(known.QuerySelectorAll(".actions button"))));
    }

    [Fact]
    public async Task Sent_files_are_their_senders_alone()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        var (_, other) = await Editor.SignedInAsync(site, AccountRole.Administrator);
        using var _ = editor;
        using var __ = other;

        using var sent = await SendAsync(editor, ("theirs.txt", Text("Uyghur News (April 1, 2022)\n\nNobody else sees this yet\n")));

        foreach (var address in new[] { sent.Headers.Location!.OriginalString, sent.Headers.Location.OriginalString + "/1" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await editor.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
        }
    }

    [Fact]
    public async Task A_session_that_proved_nothing_lately_imports_nothing()
    {
        var clock = new SetClock();
        await using var node = site.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(clock)));
        var (_, editor) = await Editor.SignedInAsync(node);
        using var _ = editor;
        var before = await CountAsync();
        using var sent = await SendAsync(editor, ("late.txt", Text("Uyghur News (April 2, 2022)\n\nToo late\n")));
        clock.Advance(TimeSpan.FromMinutes(16));

        using var refused = await editor.SendFormAsync(sent.Headers.Location!.OriginalString, []);

        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        Assert.StartsWith("/account/prove?return=", refused.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync());
        // The files wait.
        Assert.Equal(HttpStatusCode.OK, (await editor.GetAsync(sent.Headers.Location, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task What_cannot_be_sent_is_said()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;

        using var none = await SendAsync(editor);
        using var page = await ArchiveSite.ReadAsync(none);
        using var large = await SendAsync(editor, [.. Enumerable.Range(0, 11).Select(i => ($"{i}.txt", new byte[1024 * 1024]))]);
        using var tooLarge = await ArchiveSite.ReadAsync(large);

        Assert.Equal((HttpStatusCode.BadRequest, "No file was chosen."), (none.StatusCode, Words(page.QuerySelector("[role=alert]")!)));
        Assert.Equal(HttpStatusCode.BadRequest, large.StatusCode);
        Assert.Contains("11,534,336 bytes", tooLarge.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    private static string Words(AngleSharp.Dom.IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"));

    private static async Task<HttpResponseMessage> SendAsync(HttpClient editor, params (string Name, byte[] Content)[] files)
    {
        using var asked = await editor.GetAsync(Page, TestContext.Current.CancellationToken);
        using var page = await ArchiveSite.ReadAsync(asked);
        using var form = new MultipartFormDataContent { { new StringContent(((IHtmlInputElement)page.QuerySelector("main input[type=hidden]")!).Value), "token" } };
        foreach (var (name, content) in files)
        {
            form.Add(new ByteArrayContent(content), "Files", name);
        }
        return await editor.PostAsync(Page, form, TestContext.Current.CancellationToken);
    }

    private IDbContextFactory<ArchiveContext> Store() => site.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>();

    private async Task<int> CountAsync()
    {
        await using var archive = await Store().CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await archive.Posts.CountAsync(TestContext.Current.CancellationToken);
    }
}
