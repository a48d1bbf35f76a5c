using System.Net;
using AngleSharp.Html.Dom;
using Archive.Web.Tests.Accounts;

namespace Archive.Web.Tests.Desk;

/// <summary>What is typed is kept, without script; and nothing of it is public.</summary>
public sealed class DraftTests(ListSite site) : IClassFixture<ListSite>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Five_thousand_pasted_lines_are_kept_with_the_first_look_as_they_were_typed()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        // Blanks, tabs and an empty line too: nothing is made better on the way.
        var pasted = "  Large list \t\n\n" + string.Join('\n', Enumerable.Range(1, 5000).Select(i => $"Headline number {i} of a day with news – ئۇيغۇر {i}  "));
        using var preview = await ArchiveSite.ReadAsync(await editor.SendFormAsync(Lists.Page, new() { ["Pasted"] = pasted, ["Last"] = "not a day" }));
        Assert.StartsWith("Saved ", preview.QuerySelector("[data-state]")!.TextContent, StringComparison.Ordinal);

        using var opened = await OpenAsync(editor, Key(preview));

        Assert.Equal(pasted, Box(opened));
        Assert.Equal("not a day", opened.QuerySelector("input[name=Last]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Of_two_windows_neither_overwrites_the_other()
    {
        var (mine, editor) = await Editor.SignedInAsync(site);
        var (_, other) = await Editor.SignedInAsync(site);
        using var __ = editor;
        using var ___ = other;
        using var first = await SaveAsync(editor, null, Lists.NewPaste("Typed at first"));
        using var second = await OpenAsync(other, Key(first));
        using var saved = await SaveAsync(editor, first, "Typed in one window");

        using var refused = await SaveAsync(other, second, "Typed in the other window", HttpStatusCode.Conflict);

        Assert.Contains(mine.Name, refused.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Typed in the other window", Box(refused));
        using var kept = await OpenAsync(editor, Key(first));
        Assert.Equal("Typed in one window", Box(kept));
        // Saved beside it, both are there; and the same text sent again, for an answer that was lost, is no conflict.
        using var beside = await ArchiveSite.ReadAsync(await other.SendFormAsync(refused, Lists.Page + "?handler=SaveAs", new() { ["Pasted"] = "Typed in the other window" }));
        Assert.NotEqual(Key(first), Key(beside));
        using var again = await SaveAsync(editor, first, "Typed in one window");
        Assert.Equal("2", again.QuerySelector("input[name=Version]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Drafts_are_listed_to_editors_deleted_and_brought_back_and_gone_when_published()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        var (_, other) = await Editor.SignedInAsync(site);
        using var __ = editor;
        using var ___ = other;
        var pasted = Lists.NewPaste("Only editors know the word quagga");
        using var preview = await ArchiveSite.ReadAsync(await editor.SendFormAsync(Lists.Page, new() { ["Pasted"] = pasted }));
        var link = $"a[href='{Lists.Page}?draft={Key(preview)}']";
        using var listed = await PageAsync(other, "/desk/drafts");
        Assert.NotNull(listed.QuerySelector(link));

        using var deleted = await other.SendFormAsync(listed, "/desk/drafts?handler=Delete", new() { ["key"] = Key(preview) });
        using var after = await PageAsync(other, deleted.Headers.Location!.ToString());
        Assert.Null(after.QuerySelector(link));
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync($"{Lists.Page}?draft={Key(preview)}", Stop)).StatusCode);
        (await other.SendFormAsync(after, "/desk/drafts?handler=Undo", new() { ["key"] = Key(preview) })).Dispose();
        using var back = await OpenAsync(editor, Key(preview));
        Assert.Equal(pasted, Box(back));

        using var reader = site.CreateClient();
        foreach (var address in new[] { "/", "/search?q=quagga", "/calendar" })
        {
            Assert.DoesNotContain("word quagga", await reader.GetStringAsync(address, Stop), StringComparison.Ordinal);
        }
        using var published = await Lists.PublishAsync(editor, preview, pasted);
        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        using var done = await PageAsync(other, "/desk/drafts");
        Assert.Null(done.QuerySelector(link));
        Assert.Equal(published.Headers.Location, (await other.GetAsync($"{Lists.Page}?draft={Key(preview)}", Stop)).Headers.Location);
    }

    internal static string Key(IHtmlDocument page) => page.QuerySelector("input[name=Draft]")!.GetAttribute("value")!;

    private static string Box(IHtmlDocument page) => ((IHtmlTextAreaElement)page.QuerySelector("textarea")!).Value.Replace("\r", "", StringComparison.Ordinal);

    private static Task<IHtmlDocument> OpenAsync(HttpClient editor, string key) => PageAsync(editor, $"{Lists.Page}?draft={key}");

    private static async Task<IHtmlDocument> PageAsync(HttpClient editor, string address)
    {
        using var answer = await editor.GetAsync(address, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await ArchiveSite.ReadAsync(answer);
    }

    private static async Task<IHtmlDocument> SaveAsync(HttpClient editor, IHtmlDocument? page, string pasted, HttpStatusCode status = HttpStatusCode.OK)
    {
        Dictionary<string, string> fields = new() { ["Pasted"] = pasted };
        using var asked = page is null ? await PageAsync(editor, Lists.Page) : null;
        using var answer = await editor.SendFormAsync(page ?? asked!, Lists.Page + "?handler=Save", fields);
        Assert.Equal(status, answer.StatusCode);
        return await ArchiveSite.ReadAsync(answer);
    }
}
