using System.Net;
using AngleSharp.Html.Dom;
using Archive.Web.Tests.Accounts;

namespace Archive.Web.Tests.Desk;

/// <summary>Every field that readers see, changed in the form of the whole post; and one that is too long for one form.</summary>
public sealed class WholePostTests(CorrectingSite site) : IClassFixture<CorrectingSite>
{
    private const string Letter = "/2021/06/01/letter-about-the-lakes";

    private const string Long = "/2021/05/01/uyghur-news";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_readers_see_of_a_post_can_be_changed_and_the_change_is_public()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        using var reader = Editor.Browser(site);
        var (address, form) = await EditAsync(editor, Letter);
        (string, string)[] typed =
        [
            ("Typed.Kind", "statement"), ("Typed.Date", "May 2021"), ("Typed.Texts[Outlet]", "Lake News"), ("Typed.Texts[Place]", "Bern"), ("Typed.Texts[Issuer]", "Lake Circle"), ("Typed.Texts[Author]", "Ada Example"),
            ("Typed.Texts[Agency]", "Lake Wire"), ("Typed.Texts[Addressee]", "The ministers\r\nof most lakes"), ("Typed.Texts[Standfirst]", "What it asks"), ("Typed.Texts[Caption]", "A lake"), ("Typed.Texts[Credit]", "photo: nobody"),
            ("Typed.Texts[Salutation]", "Dear all,"), ("Typed.Texts[SignOff]", "Yours,"), ("Typed.Excerpt", "yes"), ("Typed.Signatories", "A|B Trust | Oslo\r\nNew Circle | Bergen"),
            ("Typed.Passages[0].Role", "Subhead"), ("Typed.Passages[2].Text", "And for bridges."), ("Typed.Passages[2].Place", "2"),
            ("Typed.Endnotes[0].Number", "2"), ("Typed.Endnotes[0].Link", ""), ("Typed.Endnotes[1].Text", "Second survey"), ("Typed.Endnotes[1].Number", "3"), ("Typed.Endnotes[1].Link", "https://example.org/second?utm_source=x"),
            ("Typed.Categories", "lakes"),
        ];

        using var looked = await ArchiveSite.ReadAsync(await CorrectingSite.SendAsync(editor, form, address, typed));
        string[] changed =
        [
            "Kind", "Period", "Outlet", "Place", "Issuer", "Author", "Agency", "Addressee", "Standfirst", "Salutation", "Text", "What “We ask for lakes.” is", "Sign-off", "Signatories", "Endnotes", "Caption", "Credit line",
            "Whether the source goes on elsewhere", "Categories",
        ];
        Assert.Equal(changed, looked.QuerySelectorAll(".preview dt").Select(change => change.TextContent));
        using var saved = await CorrectingSite.SendAsync(editor, looked, address + "&handler=Save", ("Reason", "All of it was wrong"), ("Typed.Excerpt", "yes"));

        Assert.Equal((HttpStatusCode.Redirect, "/2021/05/31/letter-about-the-lakes"), (saved.StatusCode, saved.Headers.Location!.ToString()));
        using var post = await ArchiveSite.ReadAsync(await reader.GetAsync(saved.Headers.Location, Stop));
        Assert.Equal("Statement", post.QuerySelector(".kicker .kind")!.TextContent);
        Assert.Equal("May 2021", post.QuerySelector(".dateline time")!.TextContent);
        Assert.Equal(["A|B Trust", "New Circle"], post.QuerySelectorAll(".signatories .name").Select(name => name.TextContent));
        Assert.Equal(["And for bridges.", "And for ferries."], post.QuerySelectorAll(".text p").Select(piece => piece.TextContent.Trim()));
        Assert.Equal("https://example.org/second", post.QuerySelector("#note-3 a.away")!.GetAttribute("href"));
        using var told = await ArchiveSite.ReadAsync(await reader.GetAsync(saved.Headers.Location + "/corrections", Stop));
        Assert.Equal(changed, told.QuerySelectorAll("ol.corrections dt").Select(change => change.TextContent));
        Assert.Contains("All of it was wrong", told.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Typed.Date", "Monday, 1 June 2021", "#date-wrong", "is a Tuesday")]
    [InlineData("Typed.Endnotes[0].Link", "javascript:alert(1)", ".endnotes .wrong", "only http")]
    [InlineData("Typed.Endnotes[0].Number", "one", ".endnotes .wrong", "Its number is one from 1")]
    [InlineData("Typed.Passages[1].Place", "last", ".pieces .wrong", "A place is a number")]
    [InlineData("Typed.Kind", "digest", "#kind-wrong", "do not become each other")]
    public async Task What_cannot_be_kept_is_said_beside_its_field_and_stays_typed(string field, string value, string where, string why)
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        var (address, form) = await EditAsync(editor, "/2021/06/02/letter-about-the-ferries");
        using var refused = await CorrectingSite.SendAsync(editor, form, address, (field, value), ("Typed.Texts[Issuer]", "Typed too"));
        using var page = await ArchiveSite.ReadAsync(refused);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(why, page.QuerySelector(where)!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Typed too", page.QuerySelector("#issuer")!.GetAttribute("value"));
        Assert.True(field == "Typed.Kind" || value == page.QuerySelector($"[name='{field}']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_digest_of_several_parts_is_changed_across_them_and_saved_as_one()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        var (address, first) = await EditAsync(editor, Long);
        Assert.Equal(300, first.QuerySelectorAll(".rows > li:not(.new)").Length);
        var last = first.QuerySelectorAll("[name^='Typed.Headlines'][name$='.Text']").Length - 1;

        using var second = await ArchiveSite.ReadAsync(await CorrectingSite.SendAsync(editor, first, address + "&handler=Go",
            ("to", "2"), ("Typed.Headlines[0].Text", "The first, mended"), ("Typed.Headlines[1].Out", "yes"), ($"Typed.Headlines[{last}].Text", "Came new to the third place"), ($"Typed.Headlines[{last}].Place", "4")));
        // Its own ten, and what was typed in the other part.
        Assert.Equal(["Line 301 of the long list", "Line 310 of the long list", "The first, mended", "Line 2 of the long list"], Enumerable.Range(0, 12).Where(i => i is 0 or > 8).Select(i => TextOf(second, i)));
        using var looked = await ArchiveSite.ReadAsync(await CorrectingSite.SendAsync(editor, second, address, ("Typed.Headlines[9].Place", "1"), ("Typed.Headlines[11].Out", "yes")));
        Assert.Equal(["Headline taken out", "Headline 2", "Headline added", "Order of headlines"], looked.QuerySelectorAll(".preview dt").Select(change => change.TextContent));
        using var saved = await CorrectingSite.SendAsync(editor, looked, address + "&handler=Save", ("Typed.Headlines[11].Out", "yes"));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        using var digest = await ArchiveSite.ReadAsync(await editor.GetAsync(Long, Stop));
        Assert.Equal(["Line 310 of the long list", "The first, mended", "Line 3 of the long list", "Came new to the third place", "Line 4 of the long list"], digest.QuerySelectorAll(".headlines .title").Take(5).Select(title => title.TextContent));
        Assert.Contains("310 headlines", digest.QuerySelector(".count")!.TextContent, StringComparison.Ordinal);
        // What was moved is told by its places, and not by the whole list.
        using var told = await ArchiveSite.ReadAsync(await editor.GetAsync(Long + "/corrections", Stop));
        var order = told.QuerySelectorAll("ol.corrections dt").Single(change => change.TextContent == "Order of headlines").NextElementSibling!.TextContent;
        Assert.Contains("Line 310", order, StringComparison.Ordinal);
        Assert.DoesNotContain("Line 5 ", order, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_editors_of_one_letter_keep_what_each_changed()
    {
        var (_, first) = await Editor.SignedInAsync(site);
        var (_, second) = await Editor.SignedInAsync(site);
        using var _ = first;
        using var __ = second;
        var page = CorrectingSite.Digest(9);
        var (address, firsts) = await EditAsync(first, page);
        var (_, seconds) = await EditAsync(second, page);
        var added = firsts.QuerySelectorAll("[name^='Typed.Headlines'][name$='.Text']").Length - 1;
        using (var look = await ArchiveSite.ReadAsync(await CorrectingSite.SendAsync(first, firsts, address, ("Typed.Texts[Credit]", "Theirs"), ($"Typed.Headlines[{added}].Text", "Theirs, put first"), ($"Typed.Headlines[{added}].Place", "1"))))
        {
            (await CorrectingSite.SendAsync(first, look, address + "&handler=Save")).Dispose();
        }

        using var both = await ArchiveSite.ReadAsync(await CorrectingSite.SendAsync(second, seconds, address + "&handler=Save", ("Typed.Texts[Caption]", "Mine"), ("Typed.Signatories", "Me | Here"), ("Typed.Headlines[1].Out", "yes")));
        using var merged = await ArchiveSite.ReadAsync(await CorrectingSite.SendAsync(second, both, address + "&handler=Merge", ("Typed.Headlines[1].Out", "yes")));
        Assert.Equal(["Headline taken out", "Signatories", "Caption"], merged.QuerySelectorAll(".preview dt").Select(change => change.TextContent));
        using var saved = await CorrectingSite.SendAsync(second, merged, address + "&handler=Save", [.. merged.QuerySelectorAll("[name$='.Out'][checked]").Select(box => (box.GetAttribute("name")!, "yes"))]);

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        using var digest = await ArchiveSite.ReadAsync(await second.GetAsync(page, Stop));
        Assert.Equal(["Theirs, put first", "Ferry workers strike on day 9", "Lanterns return to the harbour, day 9"], digest.QuerySelectorAll(".headlines .title").Select(title => title.TextContent));
        Assert.Contains("Mine", digest.QuerySelector(".caption")!.TextContent, StringComparison.Ordinal);
    }

    private static string TextOf(IHtmlDocument form, int row) => ((IHtmlTextAreaElement)form.QuerySelector($"[name='Typed.Headlines[{row}].Text']")!).Value;

    private static async Task<(string Address, IHtmlDocument Form)> EditAsync(HttpClient editor, string page)
    {
        using var post = await ArchiveSite.ReadAsync(await editor.GetAsync(page, Stop));
        var address = post.QuerySelector("main .kicker a.correct")!.GetAttribute("href")!.Split('?')[0];
        return (address + "?x=1", await ArchiveSite.ReadAsync(await editor.GetAsync(address, Stop)));
    }
}
