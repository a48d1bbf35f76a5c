using System.Net;
using AngleSharp.Html.Dom;
using Archive.Store;
using Archive.Store.Accounts;
using Archive.Store.History.Auditing;
using Archive.Web.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Web.Tests.Desk;

/// <summary>Posts that are removed by editors: gone everywhere, and back as they were.</summary>
public sealed class RemovalTests(RemovalSite site) : IClassFixture<RemovalSite>
{
    private static readonly string[] Telling =
    [
        "/", "/2021", "/2021/03", "/2021/03/07", RemovalSite.Address, RemovalSite.Address + "/source", "/2021/03/09/uyghur-news/source", "/outlets/quokka-post", "/categories/fauna",
        "/search?q=rangers", "/search.json?q=rangers", "/feed.atom",
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_withdrawn_is_gone_from_every_page_of_every_node_and_comes_back_to_each()
    {
        await using var other = site.WithWebHostBuilder(_ => { });
        using var reader = site.CreateClient(new() { AllowAutoRedirect = false });
        using var elsewhere = other.CreateClient(new() { AllowAutoRedirect = false });
        var before = await Crawl.FromAsync(reader, Telling);
        var telling = before.Where(page => Tells(page.Value)).Select(page => page.Key).ToList();
        var (editor, client) = await Editor.SignedInAsync(site);
        using var _ = client;
        var (_, administrator) = await Editor.SignedInAsync(site, AccountRole.Administrator);
        using var __ = administrator;
        var id = await IdAsync();

        // The control: the crawl finds it wherever it can be.
        Assert.Empty(Telling.Except(telling));
        Assert.Contains(telling, page => page.StartsWith("/headlines/", StringComparison.Ordinal));
        Assert.Contains(telling, page => page.StartsWith("/stories/", StringComparison.Ordinal) || page.EndsWith(".atom", StringComparison.Ordinal) || page.EndsWith(".json", StringComparison.Ordinal));
        foreach (var page in telling)
        {
            using var kept = await elsewhere.GetAsync(page, Stop);
            Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
            Assert.True(kept.Headers.CacheControl is not { MaxAge: { } age } || age <= TimeSpan.FromSeconds(60), $"{page} may be kept longer than a minute");
        }
        Assert.Contains("Quokka Post", await reader.GetStringAsync("/outlets", Stop), StringComparison.Ordinal);
        using var first = await reader.GetAsync(RemovalSite.Address, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, await WithdrawAsync(client, id, "", "true"));
        Assert.Equal(HttpStatusCode.BadRequest, await WithdrawAsync(client, id, "It was false.", "false"));
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(RemovalSite.Address, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await WithdrawAsync(client, id, "It was false.", "true"));

        foreach (var (node, name) in new[] { (reader, "here"), (elsewhere, "elsewhere") })
        {
            await GoneAsync(node);
            Assert.DoesNotContain("Quokka Post", await node.GetStringAsync("/outlets", Stop), StringComparison.Ordinal);
            foreach (var page in telling)
            {
                using var now = await node.GetAsync(page, Stop);
                Assert.False(Tells(await now.Content.ReadAsStringAsync(Stop)), $"{page} still tells {name} ({(int)now.StatusCode})");
                Assert.True(now.StatusCode != HttpStatusCode.NotFound, $"{page} answers 404 {name}");
            }
        }
        using var known = new HttpRequestMessage(HttpMethod.Get, RemovalSite.Address);
        known.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var gone = await reader.SendAsync(known, Stop);
        using var said = await ArchiveSite.ReadAsync(gone);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Contains("It was false.", said.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        foreach (var headline in telling.Where(page => page.StartsWith("/headlines/", StringComparison.Ordinal)))
        {
            Assert.Equal(HttpStatusCode.Gone, (await reader.GetAsync(headline, Stop)).StatusCode);
        }

        // The page has no button for editors; sent all the same, it is refused.
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("Id", $"{id}"), KeyValuePair.Create("token", await client.TokenAsync("/desk/trash"))]);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsync("/desk/trash", content, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await PutBackAsync(administrator, id));
        await UntilAsync(async () => await reader.GetStringAsync("/", Stop) == before["/"], "it is not back");
        foreach (var (page, text) in before)
        {
            Assert.True(text == await reader.GetStringAsync(page, Stop), $"{page} is not what it was");
        }
        Assert.Empty((await new AuditVerification(Store).RunAsync([], cancellation: Stop)).Findings);
        Assert.Equal(["withdraw", "put back"], await ActionsAsync(await ActorAsync(editor.Name), id));
    }

    [Fact]
    public async Task What_is_in_the_trash_is_gone_for_readers_and_any_editor_puts_it_back()
    {
        var (_, client) = await Editor.SignedInAsync(site);
        using var _ = client;
        using var reader = site.CreateClient(new() { AllowAutoRedirect = false });
        const string address = "/2021/03/04/an-article-that-stays";
        await using var archive = await Store.CreateDbContextAsync(Stop);
        var id = await archive.Posts.Where(post => post.Slug == "an-article-that-stays").Select(post => post.Id).SingleAsync(Stop);
        var was = await reader.GetStringAsync(address, Stop);

        using var sent = await client.SendFormAsync($"/desk/posts/{id}/remove", new() { ["Remark"] = "Twice the same" });
        using var gone = await reader.GetAsync(address, Stop);
        var text = await gone.Content.ReadAsStringAsync(Stop);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Gone), (sent.StatusCode, gone.StatusCode));
        Assert.Contains("removed by the editors on", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Twice the same", text, StringComparison.Ordinal);
        Assert.DoesNotContain("An article that stays", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/desk/posts/{id}/remove", Stop)).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, await PutBackAsync(client, id));
        Assert.Equal(was, await reader.GetStringAsync(address, Stop));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/desk/posts/987654/remove", Stop)).StatusCode);
    }

    private IDbContextFactory<ArchiveContext> Store => site.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>();

    private static bool Tells(string page) => page.Contains(RemovalSite.Secret, StringComparison.OrdinalIgnoreCase) || page.Contains("5 – ", StringComparison.Ordinal) || page.Contains("March 5", StringComparison.Ordinal);

    private static Task GoneAsync(HttpClient node) => UntilAsync(async () =>
    {
        using var answer = await node.GetAsync(RemovalSite.Address, Stop);
        return answer.StatusCode == HttpStatusCode.Gone && !Tells(await node.GetStringAsync("/", Stop));
    }, "it is not gone");

    // A node learns of it within a moment.
    private static async Task UntilAsync(Func<Task<bool>> condition, string otherwise)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if (await condition())
            {
                return;
            }
            await Task.Delay(100, Stop);
        }
        Assert.Fail($"A minute later {otherwise}");
    }

    private async Task<long> IdAsync()
    {
        await using var archive = await Store.CreateDbContextAsync(Stop);
        return await archive.Posts.Where(post => post.Slug == "uyghur-news" && post.DateEnd == new DateOnly(2021, 3, 7)).Select(post => post.Id).SingleAsync(Stop);
    }

    private async Task<string> ActorAsync(string name)
    {
        await using var archive = await Store.CreateDbContextAsync(Stop);
        return AuditEntry.ActorOf(await archive.Accounts.Where(account => account.Name == name).Select(account => account.Id).SingleAsync(Stop));
    }

    private async Task<List<string>> ActionsAsync(string first, long post)
    {
        await using var archive = await Store.CreateDbContextAsync(Stop);
        var records = await archive.AuditRecords.Where(record => record.Action != "test" && archive.AuditedPosts.Any(row => row.RecordId == record.Id && row.PostId == post)).OrderBy(record => record.Id).ToListAsync(Stop);
        Assert.Equal(first, records[0].Actor);
        return records.ConvertAll(record => record.Action);
    }

    private static async Task<HttpStatusCode> WithdrawAsync(HttpClient editor, long id, string reason, string sure)
    {
        using var answer = await editor.SendFormAsync($"/desk/posts/{id}/remove", new() { ["Reason"] = reason, ["Sure"] = sure });
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> PutBackAsync(HttpClient editor, long id)
    {
        using var trash = await ArchiveSite.ReadAsync(await editor.GetAsync("/desk/trash", Stop));
        var form = (IHtmlFormElement)trash.QuerySelector($"form:has(input[name=Id][value='{id}'])")!;
        using var content = new FormUrlEncodedContent(form.QuerySelectorAll("input").OfType<IHtmlInputElement>().Select(input => KeyValuePair.Create(input.Name!, input.Value)));
        using var answer = await editor.PostAsync("/desk/trash", content, Stop);
        return answer.StatusCode;
    }
}
