using System.Net;
using AngleSharp.Html.Dom;
using Archive.Store;
using Archive.Store.History;
using Archive.Web.Tests.Accounts;
using Archive.Web.Tests.Feeds;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Web.Tests.Desk;

/// <summary>Headlines without a link, one after the other, without script.</summary>
public sealed class LostLinkTests : IAsyncLifetime
{
    private const string Queue = "/desk/worklists/lost-links";

    private readonly WorklistSite site = new();

    private HttpClient editor = null!;

    private string name = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        (var account, editor) = await Editor.SignedInAsync(site);
        name = account.Name;
    }

    public async ValueTask DisposeAsync()
    {
        editor.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task A_queue_is_worked_through_to_its_end()
    {
        // From the top of the newest digest that has one; what another digest has for the same words is offered.
        var first = await OpenAsync(Queue);
        Assert.Equal(WorklistSite.Lost, Headline(first));
        Assert.Equal("www.reuters.com", first.QuerySelector(".candidates a")!.TextContent);
        Assert.StartsWith("https://search.example/?q=Ferry", first.QuerySelector("[data-search]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.True(first.QuerySelector("input[name=Address]")!.HasAttribute("autofocus"));
        var (second, wasFirst) = await SendAsync(first, new() { ["Take"] = first.QuerySelector("button[name=Take]")!.GetAttribute("value")! });
        Assert.Contains("is kept", second.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);

        // Nothing typed: it is skipped. Then one is pasted with what only tracks, and the last has none.
        Assert.Equal("Museum opens a second wing", Headline(second));
        var (third, skipped) = await SendAsync(second, new() { ["Address"] = " " });
        Assert.Equal("Choir sings in the rain", Headline(third));
        var (fourth, pasted) = await SendAsync(third, new() { ["Address"] = "example.org/choir?utm_source=mail&id=3" });
        Assert.Equal("Bakers ask for cheaper flour", Headline(fourth));
        var (end, none) = await SendAsync(fourth, [], "?handler=None");
        Assert.Contains("That was the last one", end.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(skipped, (await OpenAsync(Queue)).QuerySelector("input[name=Id]")!.GetAttribute("value"));

        using var reader = site.CreateClient();
        var digest = await ArchiveSite.ReadAsync(await reader.GetAsync("/2021/03/05/uyghur-news", Stop));
        Assert.Contains(digest.QuerySelectorAll("main a"), link => link.GetAttribute("href") == WorklistSite.Linked);
        Assert.Contains(digest.QuerySelectorAll("main a"), link => link.GetAttribute("href") == "https://example.org/choir?id=3");
        await using var archive = await site.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>().CreateDbContextAsync(Stop);
        var account = await archive.Accounts.Where(row => row.Name == name).Select(row => row.Id).SingleAsync(Stop);
        Revision[] revisions = [.. await archive.Revisions.OrderBy(revision => revision.Id).ToListAsync(Stop)];
        Assert.Equal(["Link taken from the same news in /2021/03/02/uyghur-news", "Link found by an editor"], revisions.Select(revision => revision.Reason));
        Assert.All(revisions, revision => Assert.Equal(($"account {account}", "link"), (revision.Actor, revision.Action)));
        Assert.Equal("https://example.org/choir?utm_source=mail&id=3", (await archive.Headlines.SingleAsync(headline => headline.PublicId == pasted, Stop)).PrintedUrl);
        Assert.NotEqual(wasFirst, none);

        // Readers are told, on the page and in its feed.
        var feed = await new FeedOverHttp(reader).ReadAsync("/corrections.atom");
        using var corrections = await ArchiveSite.ReadAsync(await reader.GetAsync("/corrections", Stop));
        Assert.Equal(corrections.QuerySelectorAll("ol.corrections > li .what").Select(what => what.TextContent.Trim()), FeedOverHttp.EntriesOf(feed).Select(entry => FeedOverHttp.TextOf(entry, "title")));
        Assert.All(FeedOverHttp.EntriesOf(feed), entry => Assert.Contains("<ins>https://", FeedOverHttp.TextOf(entry, "content"), StringComparison.Ordinal));
        Assert.Contains("Reason: <bdi>Link taken from the same news", FeedOverHttp.TextOf(FeedOverHttp.EntriesOf(feed)[1], "content"), StringComparison.Ordinal);
        Assert.Equal(2, FeedOverHttp.EntriesOf(feed).Select(entry => FeedOverHttp.TextOf(entry, "id")).Distinct().Count());

        // What was decided is taken back, and stands in the queue again.
        Assert.Equal(1, await CountAsync());
        using var decided = await ArchiveSite.ReadAsync(await editor.SendFormAsync("/desk/worklists/decided", new() { ["Id"] = (await archive.WorkDecisions.SingleAsync(Stop)).Id.ToString(System.Globalization.CultureInfo.InvariantCulture) }));
        Assert.Equal(2, await CountAsync());
    }

    [Theory]
    [InlineData("javascript:alert(1)", "scheme")]
    [InlineData("no address at all", "not absolute")]
    [InlineData("https://example.org/has?utm_source=x", "has this link already")]
    public async Task What_is_no_link_is_refused_and_stays_typed(string typed, string why)
    {
        var page = await OpenAsync(Queue);
        using var answer = await editor.SendFormAsync(page, Queue, new() { ["Address"] = typed });
        using var again = await ArchiveSite.ReadAsync(answer);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(why, again.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((typed, WorklistSite.Lost), (((IHtmlInputElement)again.QuerySelector("input[name=Address]")!).Value, Headline(again)));
    }

    [Fact]
    public async Task Of_two_editors_at_one_headline_the_first_one_gives_the_link_and_the_other_goes_on()
    {
        var (mine, other) = (await OpenAsync(Queue), await OpenAsync(Queue));
        var id = mine.QuerySelector("input[name=Id]")!.GetAttribute("value");
        await SendAsync(mine, new() { ["Address"] = "https://example.org/mine" });
        var (next, _) = await SendAsync(other, new() { ["Address"] = "https://example.org/other" });

        Assert.Equal("Museum opens a second wing", Headline(next));
        await using var archive = await site.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>().CreateDbContextAsync(Stop);
        Assert.Equal("https://example.org/mine", (await archive.Headlines.SingleAsync(headline => headline.PublicId == id, Stop)).Url);
        Assert.Single(await archive.Revisions.ToListAsync(Stop));
    }

    private static string Headline(IHtmlDocument page) => page.QuerySelector(".lost h2")!.TextContent;

    private async Task<IHtmlDocument> OpenAsync(string address) => await ArchiveSite.ReadAsync(await editor.GetAsync(address, Stop));

    // The page that comes next, and which headline was sent.
    private async Task<(IHtmlDocument Next, string Id)> SendAsync(IHtmlDocument page, Dictionary<string, string> fields, string handler = "")
    {
        var id = page.QuerySelector("input[name=Id]")!.GetAttribute("value")!;
        using var answer = await editor.SendFormAsync(page, Queue + handler, fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return (await OpenAsync(answer.Headers.Location!.ToString()), id);
    }

    private async Task<int> CountAsync() =>
        int.Parse((await OpenAsync("/desk/worklists")).QuerySelector(".worklists .count")!.TextContent, System.Globalization.CultureInfo.InvariantCulture);
}
