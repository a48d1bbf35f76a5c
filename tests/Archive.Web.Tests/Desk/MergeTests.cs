using System.Net;
using AngleSharp.Html.Dom;
using Archive.Store;
using Archive.Store.History.Auditing;
using Archive.Web.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Web.Tests.Desk;

/// <summary>Two posts that an editor makes one.</summary>
public sealed class MergeTests(MergeSite site) : IClassFixture<MergeSite>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IDbContextFactory<ArchiveContext> Store => site.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>();

    [Fact]
    public async Task Two_digests_become_one_for_every_reader_and_are_two_again_when_they_are_taken_apart()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        using var reader = site.CreateClient(new() { AllowAutoRedirect = false });
        string[] pages = ["/", "/2021/05", "/2021/05/05", MergeSite.Kept, MergeSite.Other, "/feed.atom", "/search?q=quokkas"];
        Dictionary<string, string> before = [];
        foreach (var page in pages)
        {
            before[page] = await reader.GetStringAsync(page, Stop);
        }
        var (kept, other) = (await IdAsync(4), await IdAsync(5));
        var (same, moving) = (await HeadlineAsync("Curfew lifted, after a month!"), await HeadlineAsync("Quokkas are counted at the reserve"));

        // From its own page, with the other proposed; nothing stands at what was typed first.
        using var edit = await ArchiveSite.ReadAsync(await editor.GetAsync($"/desk/posts/{other}", Stop));
        var address = edit.QuerySelector("a[href$='/merge']")!.GetAttribute("href")!;
        using var choose = await ArchiveSite.ReadAsync(await editor.GetAsync(address, Stop));
        Assert.Contains("1 headline with the same link", choose.QuerySelector("#candidates ~ ul li")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync($"{address}?with=/2021/05/09/nothing", Stop)).StatusCode);
        var compared = $"{address}?with={Uri.EscapeDataString("https://archive.example" + MergeSite.Kept)}&keep={kept}";
        using var both = await ArchiveSite.ReadAsync(await editor.GetAsync(compared, Stop));
        Assert.Equal(["there already, by its words", "comes over", "there already, by its link"], both.QuerySelectorAll(".pair > :last-child li .help").Select(fate => fate.TextContent.Trim()));

        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(editor, both, compared, " ")).StatusCode);
        // Somebody mends one of the two meanwhile.
        var (form, fields) = await CorrectingSite.FormAsync(editor, MergeSite.Kept, "Garment workers walk out");
        (await CorrectingSite.SendAsync(editor, fields, form, ("Typed.Text", "Garment workers walk out at noon"))).Dispose();
        using var stale = await SendAsync(editor, both, compared, "The same list twice");
        using var again = await ArchiveSite.ReadAsync(stale);
        Assert.Equal((HttpStatusCode.Conflict, "The same list twice"), (stale.StatusCode, again.QuerySelector("#reason")!.GetAttribute("value")));
        Assert.Contains("at noon", again.QuerySelector(".pair")!.TextContent, StringComparison.Ordinal);
        before[MergeSite.Kept] = await reader.GetStringAsync(MergeSite.Kept, Stop);
        using var done = await SendAsync(editor, again, compared, "The same list twice");
        using var twice = await SendAsync(editor, again, compared, "The same list twice");
        Assert.Equal([(HttpStatusCode.Redirect, MergeSite.Kept), (HttpStatusCode.Redirect, MergeSite.Kept)], [(done.StatusCode, done.Headers.Location!.ToString()), (twice.StatusCode, twice.Headers.Location!.ToString())]);

        await CorrectingSite.UntilAsync(reader, MergeSite.Kept, "Quokkas are counted");
        foreach (var (from, to) in new[] { (MergeSite.Other, MergeSite.Kept), (MergeSite.Other + "/source", MergeSite.Kept + "/source"), ($"/headlines/{same}", $"/headlines/{await HeadlineAsync("Curfew lifted after a month")}") })
        {
            using var moved = await reader.GetAsync(from, Stop);
            Assert.Equal((HttpStatusCode.MovedPermanently, to), (moved.StatusCode, moved.Headers.Location!.ToString()));
        }
        Assert.Contains("uyghur-news", await reader.GetStringAsync($"/headlines/{moving}", Stop), StringComparison.Ordinal);
        foreach (var page in pages.Append("/sitemap.xml").Except([MergeSite.Other, "/2021/05/05"]))
        {
            Assert.DoesNotContain(MergeSite.Other, await reader.GetStringAsync(page, Stop), StringComparison.Ordinal);
        }
        using var told = await ArchiveSite.ReadAsync(await reader.GetAsync("/corrections", Stop));
        Assert.Single(told.QuerySelectorAll("ol.corrections > li"), change => change.TextContent.Contains("The same list twice", StringComparison.Ordinal));
        await using (var archive = await Store.CreateDbContextAsync(Stop))
        {
            // What demands a proof after thirty posts counts both.
            var record = await archive.AuditRecords.SingleAsync(one => one.Action == "merge" && one.Reason == "The same list twice", Stop);
            Assert.Equal([kept, other], await archive.AuditedPosts.Where(row => row.RecordId == record.Id).OrderBy(row => row.PostId).Select(row => row.PostId).ToListAsync(Stop));
        }

        using var history = await ArchiveSite.ReadAsync(await editor.GetAsync($"/desk/posts/{kept}/history", Stop));
        Assert.Contains("A strike of ferry workers", history.QuerySelector(".joined details")!.TextContent, StringComparison.Ordinal);
        using var apart = await editor.PostAsync($"/desk/posts/{kept}/history?handler=Apart", Fields(history, ".joined form"), Stop);
        Assert.Equal(HttpStatusCode.Redirect, apart.StatusCode);
        await UntilAsync(reader, MergeSite.Other, HttpStatusCode.OK);
        foreach (var page in (string[])[MergeSite.Other, "/2021/05", "/2021/05/05", "/search?q=quokkas"])
        {
            Assert.Equal(before[page], await reader.GetStringAsync(page, Stop));
        }
        Assert.Empty((await new AuditVerification(Store).RunAsync([], cancellation: Stop)).Findings);
    }

    [Fact]
    public async Task Of_two_articles_readers_see_the_one_that_stays_and_editors_find_the_other_in_its_history()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        using var reader = site.CreateClient(new() { AllowAutoRedirect = false });
        var (tea, shorter) = (await IdAsync("an-article-on-tea"), await IdAsync("a-shorter-article-on-tea"));
        using var digest = await ArchiveSite.ReadAsync(await editor.GetAsync($"/desk/posts/{tea}/merge?with={await IdAsync("uyghur-news")}", Stop));
        Assert.Null(digest.QuerySelector("form[method=post] #reason"));

        using var both = await ArchiveSite.ReadAsync(await editor.GetAsync($"/desk/posts/{tea}/merge?with={shorter}", Stop));
        Assert.Contains("nothing of the other’s", both.QuerySelector("#outcome ~ ul")!.TextContent, StringComparison.Ordinal);
        using var done = await SendAsync(editor, both, $"/desk/posts/{tea}/merge", "Printed twice");

        Assert.Equal("/2021/06/01/an-article-on-tea", done.Headers.Location!.ToString());
        await UntilAsync(reader, "/2021/06/01/a-shorter-article-on-tea", HttpStatusCode.MovedPermanently);
        Assert.DoesNotContain("as another paper printed it", await reader.GetStringAsync("/2021/06/01/an-article-on-tea", Stop), StringComparison.Ordinal);
        Assert.Contains("as another paper printed it", await editor.GetStringAsync($"/desk/posts/{tea}/history", Stop), StringComparison.Ordinal);
        using var trash = await ArchiveSite.ReadAsync(await editor.GetAsync("/desk/trash", Stop));
        using var apart = await editor.PostAsync("/desk/trash", Fields(trash, $"form:has(input[value='{shorter}'])"), Stop);
        Assert.Equal("/2021/06/01/a-shorter-article-on-tea", apart.Headers.Location!.ToString());
        await UntilAsync(reader, "/2021/06/01/a-shorter-article-on-tea", HttpStatusCode.OK);
    }

    // On PostgreSQL a node hears of a change, which takes a moment.
    private static async Task UntilAsync(HttpClient reader, string address, HttpStatusCode status)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while ((await reader.GetAsync(address, patience.Token)).StatusCode != status)
        {
            await Task.Delay(20, patience.Token);
        }
    }

    private async Task<long> IdAsync(int day)
    {
        await using var archive = await Store.CreateDbContextAsync(Stop);
        return await archive.Posts.Where(post => post.DateEnd == new DateOnly(2021, 5, day)).Select(post => post.Id).SingleAsync(Stop);
    }

    private async Task<long> IdAsync(string slug)
    {
        await using var archive = await Store.CreateDbContextAsync(Stop);
        return await archive.Posts.Where(post => post.Slug == slug).Select(post => post.Id).FirstAsync(Stop);
    }

    private async Task<string> HeadlineAsync(string text)
    {
        await using var archive = await Store.CreateDbContextAsync(Stop);
        return await archive.Headlines.Where(headline => headline.Text == text).Select(headline => headline.PublicId).SingleAsync(Stop);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient editor, IHtmlDocument page, string address, string reason)
    {
        using var content = Fields(page, "#outcome ~ form", ("Reason", reason));
        return await editor.PostAsync(address, content, Stop);
    }

    private static FormUrlEncodedContent Fields(IHtmlDocument page, string form, params (string Name, string Value)[] typed)
    {
        var fields = page.QuerySelector(form)!.QuerySelectorAll("input[name]").OfType<IHtmlInputElement>().ToDictionary(input => input.Name!, input => input.Value);
        foreach (var (name, value) in typed)
        {
            fields[name] = value;
        }
        return new(fields);
    }
}
