using Archive.Store;
using Archive.Store.Links;
using Archive.Store.Links.Checking;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Tests.Fetching;

/// <summary>What the link checker concludes, and what readers are told.</summary>
public sealed class LinkCheckTests(CheckedSite site) : IClassFixture<CheckedSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_is_dead_after_three_days_on_which_its_page_was_gone_and_alive_again_when_it_answers()
    {
        var status = 404;
        await using var outside = new Outside((asked, stream, _) => Listener.SayAsync(stream, asked.Contains("/gone", StringComparison.Ordinal)
            ? $"HTTP/1.1 {status} x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n" : "HTTP/1.1 404 x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        var id = Assert.Single(await site.LinkAsync("http://news.example/gone"));
        var clock = new EagerClock(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        var checker = site.Checker(outside, clock);

        foreach (var (gone, isDead) in new[] { (1, false), (2, false), (3, true) })
        {
            Assert.Equal((1, isDead ? 1 : 0), await checker.RunAsync(10, null, Cancel) is { } report ? (report.Gone, report.Died) : default);
            // Not twice on one day.
            Assert.Equal(0, (await checker.RunAsync(10, null, Cancel))!.Checked);
            Assert.Equal((gone, isDead), await KnownAsync() is var known ? (known.GoneDays, known.IsDead) : default);
            Assert.Equal(isDead ? [id] : [], await FoundAsync("is:dead"));
            clock.MoveOn(TimeSpan.FromDays(31));
        }
        using var page = await site.PageAsync(Permalink.Headline(id));
        var said = page.QuerySelector(".dead")!;
        Assert.Contains("3 days between 2 March 2026 and ", said.TextContent, StringComparison.Ordinal);
        Assert.Matches(@"^https://copies\.example/web/20\d{6}/http://news\.example/gone$", said.QuerySelector("a")!.GetAttribute("href")!);
        using var search = await site.PageAsync("/search?link=dead");
        Assert.Contains("link dead", search.QuerySelector("article.found")!.TextContent, StringComparison.Ordinal);
        using var digest = await site.PageAsync(page.QuerySelector(".dateline a[href*='#']")!.GetAttribute("href")!);
        Assert.Equal("link dead", digest.GetElementById(Permalink.HeadlineAnchor(id))!.QuerySelector(".lost")!.TextContent);

        status = 200;
        Assert.Equal((1, 1), await checker.RunAsync(10, null, Cancel) is { } back ? (back.Answered, back.CameBack) : default);
        Assert.Empty(await FoundAsync("is:dead"));
        Assert.Equal([id], await FoundAsync("is:linked"));
        await using var archive = await site.Archives.CreateDbContextAsync(Cancel);
        Assert.Equal(["Answers 200", "Gone 404", "Gone 404", "Gone 404"], await archive.LinkChecks.Of(LinkAddress.KeyOf("http://news.example/gone")!).Select(check => $"{check.Finding} {check.Status}").ToListAsync(Cancel));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(301)]
    public async Task What_refuses_to_answer_is_never_dead(int status)
    {
        await using var outside = new Outside((asked, stream, _) => Listener.SayAsync(
            stream, asked.Contains("/robots.txt", StringComparison.Ordinal) ? "HTTP/1.1 404 x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            : $"HTTP/1.1 {status} x\r\nLocation: /again\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".Replace(status == 301 ? "\0" : "Location: /again\r\n", "", StringComparison.Ordinal)));
        await site.LinkAsync("http://news.example/closed");
        var clock = new EagerClock(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        var checker = site.Checker(outside, clock);

        for (var day = 0; day < 4; day++, clock.MoveOn(TimeSpan.FromDays(31)))
        {
            Assert.Equal(1, (await checker.RunAsync(10, null, Cancel))!.CannotSay);
        }

        Assert.Equal((0, false, LinkFinding.CannotSay), await KnownAsync() is var known ? (known.GoneDays, known.IsDead, known.LastFinding) : default);
    }

    [Fact]
    public async Task A_host_is_asked_one_question_at_a_time_with_pauses_and_what_it_asks_is_respected()
    {
        List<(string Asked, DateTimeOffset At)> asked = [];
        var clock = new EagerClock(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var outside = new Outside((line, stream, _) =>
        {
            asked.Add((line.Split(' ') is [var method, var path, ..] ? $"{method} {path}" : line, clock.GetUtcNow()));
            return Listener.SayAsync(stream, line.Contains("/robots.txt", StringComparison.Ordinal)
                ? "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nUser-agent: *\nDisallow: /private\nCrawl-delay: 20\n"
                : line.Contains("/busy", StringComparison.Ordinal) ? "HTTP/1.1 503 x\r\nRetry-After: 90\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                : line.StartsWith("HEAD", StringComparison.Ordinal) ? "HTTP/1.1 405 x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n" : "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        });
        await site.LinkAsync("http://news.example/busy", "http://news.example/private/page", "http://news.example/page");

        var report = await site.Checker(outside, clock).RunAsync(10, null, Cancel);

        Assert.Equal((1, 2), (report!.Answered, report.CannotSay));
        Assert.Equal(["GET /page", "GET /robots.txt", "HEAD /busy", "HEAD /page"], asked.Select(one => one.Asked).Order(StringComparer.Ordinal));
        Assert.All(asked.Zip(asked.Skip(1)), pair => Assert.InRange(pair.Second.At - pair.First.At, TimeSpan.FromSeconds(pair.First.Asked == "HEAD /busy" ? 90 : 20), TimeSpan.MaxValue));
        Assert.Empty(outside.Canary.Asked);
    }

    [Fact]
    public async Task While_no_name_leads_anywhere_nothing_is_concluded_from_it()
    {
        await using var outside = new Outside((_, _, _) => Task.CompletedTask);
        outside.Names["news.example"] = new([[]]);
        await site.LinkAsync("http://news.example/page");

        Assert.Equal(1, (await site.Checker(outside, new EagerClock(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero))).RunAsync(10, null, Cancel))!.CannotSay);
    }

    [Fact]
    public async Task Only_one_process_checks_at_a_time()
    {
        var clock = new EagerClock(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        LeaseKeeper first = new(site.Archives, clock), second = new(site.Archives, clock);

        Assert.True(await first.TakeAsync("test", TimeSpan.FromMinutes(1), Cancel));
        Assert.True(await first.TakeAsync("test", TimeSpan.FromMinutes(1), Cancel));
        Assert.False(await second.TakeAsync("test", TimeSpan.FromMinutes(1), Cancel));
        clock.MoveOn(TimeSpan.FromMinutes(1));
        Assert.True(await second.TakeAsync("test", TimeSpan.FromMinutes(1), Cancel));
        Assert.False(await first.TakeAsync("test", TimeSpan.FromMinutes(1), Cancel));
        await second.GiveBackAsync("test", Cancel);
        Assert.True(await first.TakeAsync("test", TimeSpan.FromMinutes(1), Cancel));
    }

    private async Task<CheckedLink> KnownAsync()
    {
        await using var archive = await site.Archives.CreateDbContextAsync(Cancel);
        return await archive.CheckedLinks.SingleAsync(Cancel);
    }

    private async Task<List<string>> FoundAsync(string query)
    {
        using var page = await site.PageAsync($"/search?q={Uri.EscapeDataString(query)}");
        return [.. page.QuerySelectorAll("article.found h3 a").Select(link => link.GetAttribute("href")!.Split('/')[^1])];
    }
}
