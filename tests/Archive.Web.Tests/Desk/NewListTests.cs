using System.Net;
using AngleSharp.Html.Dom;
using Archive.Store;
using Archive.Store.History.Auditing;
using Archive.Web.Tests.Accounts;
using Archive.Web.Tests.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Web.Tests.Desk;

/// <summary>A daily link list, from what was pasted to what readers see; without script.</summary>
public sealed class NewListTests(NewListTests.Site site) : IClassFixture<NewListTests.Site>
{
    private const string Page = "/desk/lists/new";

    private static int day;

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
        using var preview = await ArchiveSite.ReadAsync(await editor.SendFormAsync(Page, new() { ["Pasted"] = pasted }));
        Assert.Equal(["Ferry workers go on strike over night shifts", "Council hears the tea growers", "javascript:alert(1)"], Texts(preview));
        Assert.Contains("only http, https and mailto", Assert.Single(preview.QuerySelectorAll(".lines .doubtful .doubt")).TextContent, StringComparison.Ordinal);
        Assert.Contains("reuters.com", preview.QuerySelector(".lines .headline .facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("utm_source", preview.QuerySelector(".lines .headline .facts")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(preview.QuerySelectorAll("a[href]"), link => link.GetAttribute("href")!.StartsWith("javascript", StringComparison.OrdinalIgnoreCase));

        using var published = await PublishAsync(editor, preview, pasted);
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
        var pasted = NewPaste("First headline of these", "Second headline of these", "Third headline of these");
        var third = pasted.Split('\n').ToList().FindIndex(line => line.StartsWith("Second", StringComparison.Ordinal)) + 1;
        using var first = await ArchiveSite.ReadAsync(await editor.SendFormAsync(Page, new() { ["Pasted"] = pasted }));
        Assert.Equal(3, Texts(first).Count);

        Dictionary<string, string> choice = new() { ["Pasted"] = pasted, [$"Line[{third}]"] = "leave-out" };
        using var second = await ArchiveSite.ReadAsync(await editor.SendFormAsync(first, Page, choice));
        Assert.Equal(["First headline of these", "Third headline of these"], Texts(second));
        Assert.Equal("leave-out", ((IHtmlSelectElement)second.QuerySelector($"select[name='Line[{third}]']")!).Value);

        using var published = await PublishAsync(editor, second, pasted, choice);
        using var reader = site.CreateClient();
        var text = await reader.GetStringAsync(published.Headers.Location!.ToString(), TestContext.Current.CancellationToken);
        Assert.Contains("Third headline of these", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Second headline of these", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_was_previewed_is_published()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        var pasted = NewPaste("What was looked at");
        using var preview = await ArchiveSite.ReadAsync(await editor.SendFormAsync(Page, new() { ["Pasted"] = pasted }));
        var posts = await CountAsync();
        (string, string)[] changes = [("Pasted", pasted + "\nAnd one headline more"), ("Title", "Another title"), ("Last", "2023-05-05"), ("Seen", ""), ("Seen", new string('0', 64))];
        foreach (var (field, value) in changes)
        {
            using var refused = await PublishAsync(editor, preview, pasted, new() { [field] = value });
            using var page = await ArchiveSite.ReadAsync(refused);

            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
            Assert.Contains("Something changed", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
            // Nothing that was typed is lost.
            if (field == "Pasted")
            {
                Assert.Equal(value, ((IHtmlTextAreaElement)page.QuerySelector("textarea")!).Value.Replace("\r", "", StringComparison.Ordinal));
            }
            else if (field != "Seen")
            {
                Assert.Equal(value, page.QuerySelector($"input[name={field}]")!.GetAttribute("value"));
            }
        }
        Assert.Equal(posts, await CountAsync());
    }

    [Fact]
    public async Task Sent_many_times_at_once_a_list_is_published_once()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        var pasted = NewPaste("Published exactly once", "And so is this");
        using var preview = await ArchiveSite.ReadAsync(await editor.SendFormAsync(Page, new() { ["Pasted"] = pasted }));
        var (posts, records) = (await CountAsync(), await RecordsAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => PublishAsync(editor, preview, pasted)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Single(answers.Select(answer => answer.Headers.Location).Distinct());
        Assert.Equal((posts + 1, records + 1), (await CountAsync(), await RecordsAsync()));
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task A_headline_that_the_archive_has_is_shown_beside_the_new_one()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        var pasted = NewPaste("Harbour strike ends after nine days");
        using var first = await ArchiveSite.ReadAsync(await editor.SendFormAsync(Page, new() { ["Pasted"] = pasted }));
        Assert.Empty(first.QuerySelectorAll(".repeat"));
        (await PublishAsync(editor, first, pasted)).Dispose();

        using var again = await ArchiveSite.ReadAsync(await editor.SendFormAsync(Page, new() { ["Pasted"] = NewPaste("HARBOUR STRIKE ENDS AFTER NINE DAYS") }));

        Assert.Contains("Same title", again.QuerySelector(".repeat")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_posts_than_an_editor_changes_ask_for_the_second_factor_again()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        HttpResponseMessage? refused = null;
        var published = 0;
        for (; refused is null && published <= ChangePace.MostPosts + 5; published++)
        {
            var pasted = NewPaste($"One of many, number {published}");
            using var preview = await ArchiveSite.ReadAsync(await editor.SendFormAsync(Page, new() { ["Pasted"] = pasted }));
            var answer = await PublishAsync(editor, preview, pasted);
            refused = answer.StatusCode == HttpStatusCode.Redirect ? null : answer;
            if (refused is null)
            {
                answer.Dispose();
            }
        }

        Assert.Equal(ChangePace.MostPosts + 1, published);
        Assert.Equal(HttpStatusCode.Forbidden, refused!.StatusCode);
        using var page = await ArchiveSite.ReadAsync(refused);
        Assert.StartsWith("/account/prove", page.QuerySelector("[role=alert] a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.NotEqual("", ((IHtmlTextAreaElement)page.QuerySelector("textarea")!).Value);
        refused.Dispose();
    }

    [Fact]
    public async Task Whoever_published_stands_in_the_audit_and_on_no_page()
    {
        var (account, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        var pasted = NewPaste("Who did this is nobody's business");
        using var preview = await ArchiveSite.ReadAsync(await editor.SendFormAsync(Page, new() { ["Pasted"] = pasted }));
        using var published = await PublishAsync(editor, preview, pasted);
        await using var archive = await site.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var id = await archive.Accounts.Where(row => row.Name == account.Name).Select(row => row.Id).SingleAsync(TestContext.Current.CancellationToken);
        using var reader = site.CreateClient();

        Assert.Equal($"account {id}", (await archive.AuditRecords.OrderBy(record => record.Id).LastAsync(record => record.Action == "publish" && record.Actor == $"account {id}", TestContext.Current.CancellationToken)).Actor);
        var address = published.Headers.Location!.ToString();
        Assert.DoesNotContain(account.Name, await reader.GetStringAsync(address, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain(account.Name, await reader.GetStringAsync(address + "/source", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static List<string> Texts(IHtmlDocument preview) => [.. preview.QuerySelectorAll(".lines .headline .text").Select(text => text.TextContent)];

    // Each is of a day of its own.
    private static string NewPaste(params string[] headlines) =>
        $"Test links ({new DateOnly(2023, 1, 1).AddDays(Interlocked.Increment(ref day)):MMMM d, yyyy})\n\n{string.Join("\n", headlines)}";

    private static Task<HttpResponseMessage> PublishAsync(HttpClient editor, IHtmlDocument preview, string pasted, Dictionary<string, string>? fields = null)
    {
        var all = new Dictionary<string, string> { ["Pasted"] = pasted };
        foreach (var (name, value) in fields ?? [])
        {
            all[name] = value;
        }
        return editor.SendFormAsync(preview, Page + "?handler=Publish", all);
    }

    private async Task<int> CountAsync()
    {
        await using var archive = await site.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await archive.Posts.CountAsync(TestContext.Current.CancellationToken);
    }

    private async Task<int> RecordsAsync()
    {
        await using var archive = await site.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await archive.AuditRecords.CountAsync(TestContext.Current.CancellationToken);
    }

    public sealed class Site : ShelfSite
    {
        protected override IEnumerable<Post> Shelf() => [HandMade.Digest(new(2021, 3, 5), new(2021, 3, 7), ["An older headline"])];
    }
}
