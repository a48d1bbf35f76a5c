using System.Net;
using AngleSharp.Html.Dom;
using Archive.Web.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Web.Tests.Desk;

/// <summary>A daily link list, from what was pasted to what readers see; without script.</summary>
public sealed class NewListTests(ListSite site) : IClassFixture<ListSite>
{
    [Fact]
    public async Task A_pasted_list_is_looked_at_published_and_read()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        var pasted = """
            Lake links, 3 March 2022

            Ferry workers go on strike over night shifts – Reuters – https://www.reuters.com/ferry?utm_source=mail&id=7
            Council hears the tea growers
            https://example.org/tea
            javascript:alert(1)
            """;
        using var preview = await ArchiveSite.ReadAsync(await editor.SendFormAsync(Lists.Page, new() { ["Pasted"] = pasted }));
        Assert.Equal(["Ferry workers go on strike over night shifts", "Council hears the tea growers", "javascript:alert(1)"], Lists.Texts(preview));
        Assert.Contains("only http, https and mailto", Assert.Single(preview.QuerySelectorAll(".lines .doubtful .doubt")).TextContent, StringComparison.Ordinal);
        Assert.Contains("reuters.com", preview.QuerySelector(".lines .headline .facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("utm_source", preview.QuerySelector(".lines .headline .facts")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(preview.QuerySelectorAll("a[href]"), link => link.GetAttribute("href")!.StartsWith("javascript", StringComparison.OrdinalIgnoreCase));

        using var published = await Lists.PublishAsync(editor, preview, pasted);
        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        var address = published.Headers.Location!.ToString();
        Assert.StartsWith("/2022/03/03/", address, StringComparison.Ordinal);

        using var reader = site.CreateClient();
        using var digest = await ArchiveSite.ReadAsync(await reader.GetAsync(address, TestContext.Current.CancellationToken));
        Assert.Contains(digest.QuerySelectorAll("main a"), link => link.GetAttribute("href") == "https://www.reuters.com/ferry?id=7");
        using var found = await ArchiveSite.ReadAsync(await reader.GetAsync("/search?q=%22tea+growers%22", TestContext.Current.CancellationToken));
        Assert.Contains(found.QuerySelectorAll("main a"), link => link.GetAttribute("href")!.StartsWith(address, StringComparison.Ordinal));
        using var source = await ArchiveSite.ReadAsync(await reader.GetAsync(address + "/source", TestContext.Current.CancellationToken));
        Assert.Contains("utm_source=mail", source.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_line_is_can_be_said_and_is_what_is_published()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        var pasted = Lists.NewPaste("First headline of these", "Second headline of these", "Third headline of these");
        var third = pasted.Split('\n').ToList().FindIndex(line => line.StartsWith("Second", StringComparison.Ordinal)) + 1;
        using var first = await ArchiveSite.ReadAsync(await editor.SendFormAsync(Lists.Page, new() { ["Pasted"] = pasted }));
        Assert.Equal(3, Lists.Texts(first).Count);

        Dictionary<string, string> choice = new() { ["Pasted"] = pasted, [$"Line[{third}]"] = "leave-out" };
        using var second = await ArchiveSite.ReadAsync(await editor.SendFormAsync(first, Lists.Page, choice));
        Assert.Equal(["First headline of these", "Third headline of these"], Lists.Texts(second));
        Assert.Equal("leave-out", ((IHtmlSelectElement)second.QuerySelector($"select[name='Line[{third}]']")!).Value);

        using var published = await Lists.PublishAsync(editor, second, pasted, choice);
        using var reader = site.CreateClient();
        var text = await reader.GetStringAsync(published.Headers.Location!.ToString(), TestContext.Current.CancellationToken);
        Assert.Contains("Third headline of these", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Second headline of these", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_headline_that_the_archive_has_is_shown_beside_the_new_one()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        var pasted = Lists.NewPaste("Harbour strike ends after nine days");
        using var first = await ArchiveSite.ReadAsync(await editor.SendFormAsync(Lists.Page, new() { ["Pasted"] = pasted }));
        Assert.Empty(first.QuerySelectorAll(".repeat"));
        (await Lists.PublishAsync(editor, first, pasted)).Dispose();

        using var again = await ArchiveSite.ReadAsync(await editor.SendFormAsync(Lists.Page, new() { ["Pasted"] = Lists.NewPaste("HARBOUR STRIKE ENDS AFTER NINE DAYS") }));

        Assert.Contains("Same title", again.QuerySelector(".repeat")!.TextContent, StringComparison.Ordinal);
    }
}
