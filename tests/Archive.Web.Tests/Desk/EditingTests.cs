using System.Net;
using AngleSharp.Html.Dom;
using Archive.Web.Tests.Accounts;

namespace Archive.Web.Tests.Desk;

/// <summary>A whole post changed, two at once, and put back; without script.</summary>
public sealed class EditingTests(CorrectingSite site) : IClassFixture<CorrectingSite>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_post_is_changed_looked_at_and_saved_and_its_old_address_leads_to_the_new()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        using var reader = Editor.Browser(site);
        var page = CorrectingSite.Digest(6);
        var (address, form) = await EditAsync(editor, page);
        var removed = form.QuerySelector("[name='Typed.Headlines[1].Id']")!.GetAttribute("value");
        (string, string)[] typed =
        [
            ("Typed.Title", "Lake News (7 January 2021)"), ("Typed.Date", "7 March 2021"), ("Typed.Categories", "Lakes\nFerries"),
            ("Typed.Headlines[1].Out", "yes"), ("Typed.Headlines[2].Place", "1"), ("Typed.Headlines[3].Text", "A headline that was missing"), ("Typed.Headlines[3].Link", "https://example.org/missing"),
        ];

        using var unseen = await CorrectingSite.SendAsync(editor, form, address + "&handler=Save", typed);
        Assert.Equal(HttpStatusCode.Conflict, unseen.StatusCode);
        using var looked = await ArchiveSite.ReadAsync(await CorrectingSite.SendAsync(editor, form, address, typed));
        Assert.Equal(["Title", "Series", "Period", "Headline taken out", "Headline added", "Order of headlines", "Categories"], looked.QuerySelectorAll(".preview dt").Select(change => change.TextContent));
        using var saved = await CorrectingSite.SendAsync(editor, looked, address + "&handler=Save", ("Typed.Headlines[1].Out", "yes"), ("Reason", "Dated by its own list"));

        Assert.Equal((HttpStatusCode.Redirect, "/2021/03/07/lake-news-7-january-2021"), (saved.StatusCode, saved.Headers.Location!.ToString()));
        using var digest = await ArchiveSite.ReadAsync(await reader.GetAsync(saved.Headers.Location, Stop));
        Assert.Equal(["Lanterns return to the harbour, day 6", "Ferry workers strike on day 6", "A headline that was missing"], digest.QuerySelectorAll(".headlines .title").Select(title => title.TextContent));
        Assert.Equal("/categories/ferries", digest.QuerySelector(".matter a[href^='/categories/']")!.GetAttribute("href"));
        foreach (var part in (string[])["", "/source", "/corrections"])
        {
            using var old = await reader.GetAsync(page + part, Stop);
            Assert.Equal((HttpStatusCode.MovedPermanently, saved.Headers.Location + part), (old.StatusCode, old.Headers.Location!.ToString()));
        }
        using var gone = await reader.GetAsync($"/headlines/{removed}", Stop);
        Assert.Equal((HttpStatusCode.Redirect, saved.Headers.Location), (gone.StatusCode, gone.Headers.Location));
        using var day = await ArchiveSite.ReadAsync(await reader.GetAsync("/2021/01", Stop));
        Assert.Empty(day.QuerySelectorAll($"a[href='{page}']"));
    }

    [Fact]
    public async Task What_two_editors_change_at_once_comes_together_and_nothing_is_lost()
    {
        var (_, first) = await Editor.SignedInAsync(site);
        var (_, second) = await Editor.SignedInAsync(site);
        using var _ = first;
        using var __ = second;
        var page = CorrectingSite.Digest(7);
        var (address, firsts) = await EditAsync(first, page);
        var (_, seconds) = await EditAsync(second, page);
        using (var look = await ArchiveSite.ReadAsync(await CorrectingSite.SendAsync(first, firsts, address, ("Typed.Texts[Place]", "Kashgar"), ("Typed.Headlines[0].Text", "The first wrote this"))))
        {
            (await CorrectingSite.SendAsync(first, look, address + "&handler=Save")).Dispose();
        }

        using var refused = await CorrectingSite.SendAsync(second, seconds, address + "&handler=Save", ("Typed.Texts[Issuer]", "The second"), ("Typed.Headlines[2].Text", "The second wrote this"), ("Reason", "Kept"));
        using var both = await ArchiveSite.ReadAsync(refused);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("The first wrote this", both.QuerySelectorAll(".sides > div")[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("The second wrote this", both.QuerySelectorAll(".sides > div")[1].TextContent, StringComparison.Ordinal);
        Assert.Equal("The second", both.QuerySelector("#issuer")!.GetAttribute("value"));
        using var merged = await ArchiveSite.ReadAsync(await CorrectingSite.SendAsync(second, both, address + "&handler=Merge"));
        Assert.Equal(["Issuer", "Headline 3"], merged.QuerySelectorAll(".preview dt").Select(change => change.TextContent));
        using var saved = await CorrectingSite.SendAsync(second, merged, address + "&handler=Save");

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        using var digest = await ArchiveSite.ReadAsync(await second.GetAsync(page, Stop));
        Assert.Equal(["The first wrote this", "Council hears the tea growers, day 7", "The second wrote this"], digest.QuerySelectorAll(".headlines .title").Select(title => title.TextContent));
    }

    [Fact]
    public async Task A_former_state_is_put_back_with_a_reason_and_the_history_says_by_whom()
    {
        var (account, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        var page = CorrectingSite.Digest(8);
        var (address, form) = await CorrectingSite.FormAsync(editor, page, "Ferry workers strike on day 8");
        (await CorrectingSite.SendAsync(editor, form, address, ("Typed.Text", "Nonsense"), ("Reason", "A slip"))).Dispose();
        var history = (await EditAsync(editor, page)).Address.Split('?')[0] + "/history";
        using var shown = await ArchiveSite.ReadAsync(await editor.GetAsync(history, Stop));
        var change = Assert.Single(shown.QuerySelectorAll("ol.corrections > li"));
        Assert.Equal((account.Name, "A slip"), (change.QuerySelector(".by bdi")!.TextContent, change.QuerySelector(".reason bdi")!.TextContent));
        Assert.Equal("Nonsense", change.QuerySelector(".diff ins")!.TextContent);

        using var without = await CorrectingSite.SendAsync(editor, shown, history, ("Reason", " "));
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        using var restored = await CorrectingSite.SendAsync(editor, shown, history, ("Reason", "It was right before"));
        using var again = await CorrectingSite.SendAsync(editor, shown, history, ("Reason", "Pressed twice"));

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Redirect], [restored.StatusCode, again.StatusCode]);
        using var reader = Editor.Browser(site);
        await CorrectingSite.UntilAsync(reader, page, "Ferry workers strike on day 8<");
        Assert.Equal(["correct", "restore"], (await site.RevisionsAsync(page)).Select(revision => revision.Action));
        Assert.DoesNotContain(account.Name, await reader.GetStringAsync(page + "/corrections", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_is_undone_in_spite_of_later_ones_which_stay_or_are_lost_by_somebody_who_saw_them()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        var page = CorrectingSite.Digest(9);
        foreach (var (headline, text) in new[] { ("Ferry workers strike on day 9", "Nonsense"), ("Council hears the tea growers, day 9", "The council heard them") })
        {
            var (form, shown) = await CorrectingSite.FormAsync(editor, page, headline);
            (await CorrectingSite.SendAsync(editor, shown, form, ("Typed.Text", text))).Dispose();
        }
        using var history = await ArchiveSite.ReadAsync(await editor.GetAsync((await EditAsync(editor, page)).Address.Split('?')[0] + "/history", Stop));
        var address = Assert.Single(history.QuerySelectorAll("a[href*='/undo?']")).GetAttribute("href")!;
        using var undo = await ArchiveSite.ReadAsync(await editor.GetAsync(address, Stop));
        Assert.Contains("The council heard them", undo.QuerySelector("section:has(#later)")!.TextContent, StringComparison.Ordinal);

        var all = undo.QuerySelector("button[formaction]")!.GetAttribute("formaction")!;
        using var unsure = await CorrectingSite.SendAsync(editor, undo, address.Split('?')[0] + all, ("Reason", "All of it"));
        Assert.Equal(HttpStatusCode.BadRequest, unsure.StatusCode);
        using var undone = await CorrectingSite.SendAsync(editor, undo, address, ("Reason", "It was no headline"));
        using var twice = await CorrectingSite.SendAsync(editor, undo, address, ("Reason", "It was no headline"));
        using var kept = await ArchiveSite.ReadAsync(await editor.GetAsync(page, Stop));
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Redirect], [undone.StatusCode, twice.StatusCode]);
        Assert.Equal(["Ferry workers strike on day 9", "The council heard them"], kept.QuerySelectorAll(".headlines .title").Take(2).Select(title => title.TextContent));

        using var stale = await CorrectingSite.SendAsync(editor, undo, address.Split('?')[0] + all, ("Reason", "All of it"), ("Sure", "true"));
        using var again = await ArchiveSite.ReadAsync(stale);
        Assert.Equal((HttpStatusCode.Conflict, "All of it"), (stale.StatusCode, again.QuerySelector("#reason")!.GetAttribute("value")));
        using var lost = await CorrectingSite.SendAsync(editor, again, address.Split('?')[0] + all, ("Sure", "true"));
        using var former = await ArchiveSite.ReadAsync(await editor.GetAsync(page, Stop));
        Assert.Equal(HttpStatusCode.Redirect, lost.StatusCode);
        Assert.Equal(["Ferry workers strike on day 9", "Council hears the tea growers, day 9"], former.QuerySelectorAll(".headlines .title").Take(2).Select(title => title.TextContent));
    }

    [Fact]
    public async Task A_list_that_says_more_than_a_corrected_digest_is_not_published_over_it()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        var pasted = Lists.NewPaste("First of the short list", "Second of the short list");
        using var preview = await ArchiveSite.ReadAsync(await editor.SendFormAsync(Lists.Page, new() { ["Pasted"] = pasted }));
        using var published = await Lists.PublishAsync(editor, preview, pasted);
        var (address, form) = await CorrectingSite.FormAsync(editor, published.Headers.Location!.ToString(), "First of the short list");
        (await CorrectingSite.SendAsync(editor, form, address, ("Typed.Text", "First of the list, mended"))).Dispose();

        using var fuller = await ArchiveSite.ReadAsync(await editor.SendFormAsync(Lists.Page, new() { ["Pasted"] = pasted + "\nThird of the short list" }));

        Assert.Contains("an editor corrected it", fuller.QuerySelector(".preview")!.TextContent, StringComparison.Ordinal);
        Assert.Null(fuller.QuerySelector("button[formaction*=Publish]"));
    }

    private static async Task<(string Address, IHtmlDocument Form)> EditAsync(HttpClient editor, string page)
    {
        using var digest = await ArchiveSite.ReadAsync(await editor.GetAsync(page, Stop));
        var address = digest.QuerySelector("main .kicker a.correct")!.GetAttribute("href")!;
        return (address.Split("return=")[0] + "x=1", await ArchiveSite.ReadAsync(await editor.GetAsync(address.Split('?')[0], Stop)));
    }
}
