using System.Net;
using AngleSharp.Html.Dom;
using Archive.Store;
using Archive.Store.History.Auditing;
using Archive.Web.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Web.Tests.Desk;

/// <summary>What is published, how often, by whom and how fast.</summary>
public sealed class PublishingTests(ListSite site) : IClassFixture<ListSite>
{
    [Fact]
    public async Task Only_what_was_previewed_is_published()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        var pasted = Lists.NewPaste("What was looked at");
        using var preview = await ArchiveSite.ReadAsync(await editor.SendFormAsync(Lists.Page, new() { ["Pasted"] = pasted }));
        var posts = await CountAsync();
        (string, string)[] changes = [("Pasted", pasted + "\nAnd one headline more"), ("Title", "Another title"), ("Last", "2023-05-05"), ("Seen", ""), ("Seen", new string('0', 64))];
        foreach (var (field, value) in changes)
        {
            using var refused = await Lists.PublishAsync(editor, preview, pasted, new() { [field] = value });
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

        // Nothing but the look at it was missing.
        var (name, changed) = changes[0];
        using var looked = await ArchiveSite.ReadAsync(await editor.SendFormAsync(preview, Lists.Page, new() { [name] = changed }));
        using var published = await Lists.PublishAsync(editor, looked, changed);
        Assert.Equal((HttpStatusCode.Redirect, posts + 1), (published.StatusCode, await CountAsync()));
    }

    [Fact]
    public async Task Sent_many_times_at_once_a_list_is_published_once()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        var pasted = Lists.NewPaste("Published exactly once", "And so is this");
        using var preview = await ArchiveSite.ReadAsync(await editor.SendFormAsync(Lists.Page, new() { ["Pasted"] = pasted }));
        var (posts, records) = (await CountAsync(), await RecordsAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Lists.PublishAsync(editor, preview, pasted)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Single(answers.Select(answer => answer.Headers.Location).Distinct());
        Assert.Equal((posts + 1, records + 1), (await CountAsync(), await RecordsAsync()));
        Array.ForEach(answers, answer => answer.Dispose());

        // What says something else each time is another post each time.
        var others = Enumerable.Range(1, 3).Select(number => Lists.NewPaste($"Sent at once, number {number}")).ToList();
        await Task.WhenAll(others.Select(async other =>
        {
            using var look = await ArchiveSite.ReadAsync(await editor.SendFormAsync(Lists.Page, new() { ["Pasted"] = other }));
            (await Lists.PublishAsync(editor, look, other)).Dispose();
        }));
        Assert.Equal((posts + 4, records + 4), (await CountAsync(), await RecordsAsync()));
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
            var pasted = Lists.NewPaste($"One of many, number {published}");
            using var preview = await ArchiveSite.ReadAsync(await editor.SendFormAsync(Lists.Page, new() { ["Pasted"] = pasted }));
            var answer = await Lists.PublishAsync(editor, preview, pasted);
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
        var pasted = Lists.NewPaste("Who did this is nobody's business");
        using var preview = await ArchiveSite.ReadAsync(await editor.SendFormAsync(Lists.Page, new() { ["Pasted"] = pasted }));
        using var published = await Lists.PublishAsync(editor, preview, pasted);
        await using var archive = await site.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var id = await archive.Accounts.Where(row => row.Name == account.Name).Select(row => row.Id).SingleAsync(TestContext.Current.CancellationToken);
        using var reader = site.CreateClient();

        Assert.Equal($"account {id}", (await archive.AuditRecords.OrderBy(record => record.Id).LastAsync(record => record.Action == "publish" && record.Actor == $"account {id}", TestContext.Current.CancellationToken)).Actor);
        var address = published.Headers.Location!.ToString();
        Assert.DoesNotContain(account.Name, await reader.GetStringAsync(address, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain(account.Name, await reader.GetStringAsync(address + "/source", TestContext.Current.CancellationToken), StringComparison.Ordinal);
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
}
