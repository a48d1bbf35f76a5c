using System.Net;
using AngleSharp.Html.Dom;
using Archive.Store.History.Auditing;
using Archive.Web.Tests.Accounts;

namespace Archive.Web.Tests.Desk;

/// <summary>One headline mended where it stands: two clicks, and what readers see of it.</summary>
public sealed class CorrectingTests(CorrectingSite site) : IClassFixture<CorrectingSite>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_headline_is_mended_from_the_page_it_stands_on_and_readers_are_told()
    {
        var (account, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        using var reader = Editor.Browser(site);
        var page = CorrectingSite.Digest(1);
        Assert.Contains("Ferry workers strike on day 1<", await reader.GetStringAsync(page, Stop), StringComparison.Ordinal);
        var (address, form) = await CorrectingSite.FormAsync(editor, page, "Ferry workers strike on day 1");

        using var saved = await CorrectingSite.SendAsync(editor, form, address,
            ("Typed.Text", "Ferry workers end their strike on day 1"), ("Typed.Link", "https://www.reuters.com/ferry?utm_source=mail&id=7"), ("Typed.Outlet", "Reuters"), ("Reason", "The source mended it too"));

        Assert.Equal((HttpStatusCode.Redirect, page), (saved.StatusCode, saved.Headers.Location!.ToString()));
        await CorrectingSite.UntilAsync(reader, page, "end their strike on day 1<");
        using var digest = await ArchiveSite.ReadAsync(await reader.GetAsync(page, Stop));
        var line = digest.QuerySelectorAll(".headlines.full li")[0];
        Assert.Equal("Ferry workers end their strike on day 1", line.QuerySelector(".title")!.TextContent);
        Assert.Equal("https://www.reuters.com/ferry?id=7", line.QuerySelector(".away")!.GetAttribute("href"));
        Assert.Equal("/outlets/reuters", line.QuerySelector(".outlet")!.GetAttribute("href"));
        // It kept its address, and search knows the new words.
        Assert.EndsWith(line.QuerySelector(".title")!.GetAttribute("href")!, address.Split('?')[0].Replace("/desk", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(page, await reader.GetStringAsync("/search?q=%22end+their+strike%22", Stop), StringComparison.Ordinal);

        var told = await ArchiveSite.ReadAsync(await reader.GetAsync(digest.QuerySelector(".kicker a[href$='/corrections']")!.GetAttribute("href"), Stop));
        foreach (var where in (IHtmlDocument[])[told, await ArchiveSite.ReadAsync(await reader.GetAsync("/corrections", Stop))])
        {
            var correction = where.QuerySelectorAll("ol.corrections > li").First(entry => entry.QuerySelector(".what a")!.GetAttribute("href") == page);
            Assert.Contains("The source mended it too", correction.TextContent, StringComparison.Ordinal);
            Assert.Contains("by an editor", correction.TextContent, StringComparison.Ordinal);
            Assert.Contains("end their ", correction.QuerySelectorAll("dd.diff ins").Select(came => came.TextContent));
            Assert.DoesNotContain(account.Name, where.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Readers_get_the_page_that_is_kept_and_an_editor_one_of_their_own()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        using var reader = Editor.Browser(site);
        foreach (var page in (string[])[CorrectingSite.Digest(2), "/2021/01/02", "/", "/search?q=lanterns", "/2021/01"])
        {
            using var before = await reader.GetAsync(page, Stop);
            using var edited = await editor.GetAsync(page, Stop);
            using var forged = new HttpRequestMessage(HttpMethod.Get, page) { Headers = { { "Cookie", "__Host-archive=CfDJ8none" } } };
            using var after = await reader.SendAsync(forged, Stop);

            Assert.Equal("private, no-store", string.Join(", ", edited.Headers.CacheControl!.ToString().Split(", ").OrderDescending()));
            Assert.Null(edited.Headers.ETag);
            Assert.Contains("class=\"correct\"", await edited.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
            Assert.DoesNotContain("class=\"correct\"", await before.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
            Assert.Equal(await before.Content.ReadAsByteArrayAsync(Stop), await after.Content.ReadAsByteArrayAsync(Stop));
            Assert.Equal((before.Headers.ETag, "public, max-age=60"), (after.Headers.ETag, after.Headers.CacheControl!.ToString()));
            Assert.All([before, edited, after], answer => Assert.False(answer.Headers.Contains("Set-Cookie")));
        }
    }

    [Fact]
    public async Task What_cannot_be_kept_is_refused_beside_its_field_and_stays_typed()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        var page = CorrectingSite.Digest(3);
        var (address, form) = await CorrectingSite.FormAsync(editor, page, "Ferry workers strike on day 3");
        foreach (var (field, value, why) in ((string, string, string)[])
        [
            ("Link", "javascript:alert(1)", "only http, https and mailto"), ("Link", "http://example.org/lanterns/3?utm_source=x", "has that link already"), ("Text", "  ", "needs words"),
            ("Outlet", new string('x', 201), "at most 200"),
        ])
        {
            using var refused = await CorrectingSite.SendAsync(editor, form, address, ($"Typed.{field}", value), ("Reason", "kept too"));
            using var again = await ArchiveSite.ReadAsync(refused);

            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains(why, again.QuerySelector($"#{field.ToLowerInvariant()}-wrong")!.TextContent, StringComparison.Ordinal);
            Assert.Equal("kept too", again.QuerySelector("#reason")!.GetAttribute("value"));
            Assert.True(field == "Text" || value == again.QuerySelector($"[name='Typed.{field}']")!.GetAttribute("value"));
        }
        Assert.Empty(await site.RevisionsAsync(page));
    }

    [Fact]
    public async Task The_second_of_two_editors_sees_both_texts_and_decides()
    {
        var (_, first) = await Editor.SignedInAsync(site);
        var (_, second) = await Editor.SignedInAsync(site);
        using var _ = first;
        using var __ = second;
        var page = CorrectingSite.Digest(4);
        var (address, firsts) = await CorrectingSite.FormAsync(first, page, "Ferry workers strike on day 4");
        var (_, seconds) = await CorrectingSite.FormAsync(second, page, "Ferry workers strike on day 4");
        (await CorrectingSite.SendAsync(first, firsts, address, ("Typed.Text", "What the first made of it"), ("Typed.Outlet", "Reuters"))).Dispose();

        using var refused = await CorrectingSite.SendAsync(second, seconds, address, ("Typed.Text", "What the second made of it"), ("Reason", "Mine"));
        using var both = await ArchiveSite.ReadAsync(refused);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(["What the first made of it", "What the second made of it"], both.QuerySelectorAll(".sides p[dir=auto]").Select(text => text.TextContent));
        Assert.Equal("Mine", both.QuerySelector("#reason")!.GetAttribute("value"));

        // Their outlet, my words.
        using var taken = await ArchiveSite.ReadAsync(await CorrectingSite.SendAsync(second, both, $"{address}&handler=Take&field=Outlet"));
        Assert.Equal("Reuters", taken.QuerySelector("[name='Typed.Outlet']")!.GetAttribute("value"));
        Assert.Equal("What the second made of it", ((IHtmlTextAreaElement)taken.QuerySelector("#text")!).Value);
        using var saved = await CorrectingSite.SendAsync(second, taken, address);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var revisions = await site.RevisionsAsync(page);
        Assert.Equal([1, 2], revisions.Select(revision => revision.Number));
        Assert.Contains("What the first made of it", revisions[1].Snapshot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_many_times_at_once_it_is_changed_once_and_what_changes_nothing_is_not_written()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        var page = CorrectingSite.Digest(5);
        var (address, form) = await CorrectingSite.FormAsync(editor, page, "Ferry workers strike on day 5");
        (await CorrectingSite.SendAsync(editor, form, address)).Dispose();
        Assert.Empty(await site.RevisionsAsync(page));

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => CorrectingSite.SendAsync(editor, form, address, ("Typed.Text", "Changed exactly once"))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Single(await site.RevisionsAsync(page));
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task More_posts_than_an_editor_corrects_ask_for_the_second_factor_and_lose_nothing()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        for (var number = 0; number <= ChangePace.MostPosts; number++)
        {
            var (address, form) = await CorrectingSite.FormAsync(editor, CorrectingSite.Digest(10 + number), $"Ferry workers strike on day {10 + number}");
            using var answer = await CorrectingSite.SendAsync(editor, form, address, ("Typed.Text", "Too many of these"));
            Assert.Equal(number < ChangePace.MostPosts ? HttpStatusCode.Redirect : HttpStatusCode.Forbidden, answer.StatusCode);
            if (number == ChangePace.MostPosts)
            {
                using var refused = await ArchiveSite.ReadAsync(answer);
                Assert.StartsWith("/account/prove", refused.QuerySelector("[role=alert] a")!.GetAttribute("href"), StringComparison.Ordinal);
                Assert.Equal("Too many of these", ((IHtmlTextAreaElement)refused.QuerySelector("#text")!).Value);
            }
        }
    }
}
