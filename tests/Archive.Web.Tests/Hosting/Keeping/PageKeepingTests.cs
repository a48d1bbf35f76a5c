using System.Net;
using Archive.Store;
using Archive.Store.History.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Web.Tests.Hosting.Keeping;

/// <summary>A page is made once an edition, and never shown beyond it while the store answers.</summary>
public sealed class PageKeepingTests
{
    [Fact]
    public async Task A_page_is_made_once_whatever_is_made_up_in_its_query_and_however_it_is_asked_for()
    {
        await using var site = new WatchedSite();
        await site.InitializeAsync();
        using var client = site.CreateClient();
        var first = await client.GetStringAsync("/2021", TestContext.Current.CancellationToken);
        await site.SettleAsync();
        site.Questions = 0;

        Assert.Equal(first, await client.GetStringAsync("/2021", TestContext.Current.CancellationToken));
        Assert.Equal(first, await client.GetStringAsync("/2021?utm=1", TestContext.Current.CancellationToken));
        Assert.Equal(first, await client.GetStringAsync("/2021?year=1999&x=y&x=z", TestContext.Current.CancellationToken));
        using (var head = await client.SendAsync(new(HttpMethod.Head, "/2021"), TestContext.Current.CancellationToken))
        {
            Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        }
        Assert.Equal(0, site.Questions);

        using var other = await client.GetAsync("/2021?before=nonsense", TestContext.Current.CancellationToken);
        using var missing = await client.GetAsync("/2021/02/30/nothing", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (other.StatusCode, missing.StatusCode));
        Assert.NotEqual(0, site.Questions);
    }

    [Fact]
    public async Task A_change_shows_on_the_next_request_and_without_an_edition_it_would_not()
    {
        await using var site = new WatchedSite();
        await site.InitializeAsync();
        using var client = site.CreateClient();
        // What is made before the node hears of changes is not kept.
        await client.GetStringAsync("/about", TestContext.Current.CancellationToken);
        await site.SettleAsync();
        Assert.DoesNotContain("A title of today", await client.GetStringAsync("/about", TestContext.Current.CancellationToken) + await client.GetStringAsync("/", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await site.SettleAsync();

        // Behind the archive's back, nobody can know: this is what the edition is for.
        await site.Store.ExecuteAsync("""UPDATE "Posts" SET "Title" = 'A title of today' """, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("A title of today", await client.GetStringAsync("/", TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await using (var write = await ArchiveWrite.BeginAsync(site.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>(), TestContext.Current.CancellationToken))
        {
            Assert.Equal(CommitOutcome.Confirmed, await write.CommitAsync(AuditEntry.OfCommand("test")));
        }
        await site.SettleAsync();
        Assert.Contains("A title of today", await client.GetStringAsync("/", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_many_ask_at_once_a_page_is_made_once()
    {
        await using var site = new WatchedSite();
        await site.InitializeAsync();
        using var client = site.CreateClient();
        await client.GetStringAsync("/2021", TestContext.Current.CancellationToken);
        await site.SettleAsync();
        var alone = await site.QuestionsOfAsync(() => client.GetStringAsync("/", TestContext.Current.CancellationToken));

        await using (var write = await ArchiveWrite.BeginAsync(site.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>(), TestContext.Current.CancellationToken))
        {
            await write.CommitAsync(AuditEntry.OfCommand("test"));
        }
        await site.SettleAsync();
        var together = await site.QuestionsOfAsync(() => Task.WhenAll(Enumerable.Range(0, 200).Select(_ => client.GetStringAsync("/", TestContext.Current.CancellationToken))));

        Assert.InRange(alone, 2, 20);
        Assert.Equal(alone, together);
    }

    [Fact]
    public async Task While_the_store_does_not_answer_a_page_of_the_last_day_is_shown_and_marked()
    {
        await using var site = new WatchedSite();
        await site.InitializeAsync();
        using var client = site.CreateClient();
        var text = await client.GetStringAsync("/2021", TestContext.Current.CancellationToken);
        await site.SettleAsync();

        site.IsDown = true;
        using (var stale = await client.GetAsync("/2021", TestContext.Current.CancellationToken))
        {
            Assert.Equal((HttpStatusCode.OK, text), (stale.StatusCode, await stale.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
            Assert.Equal("110 - \"Response is Stale\"", Assert.Single(stale.Headers.GetValues("Warning")));
            Assert.True(stale.Headers.CacheControl?.NoStore);
            Assert.True(stale.Headers.Contains("Content-Security-Policy"));
        }
        using (var never = await client.GetAsync("/2021/01", TestContext.Current.CancellationToken))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, never.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(5), never.Headers.RetryAfter?.Delta);
        }
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "not ready\nstore: does not answer\n"), await HealthTests.AskAsync(client, "/health/ready"));

        site.Clock.Advance(TimeSpan.FromHours(23));
        using (var nearly = await client.GetAsync("/2021", TestContext.Current.CancellationToken))
        {
            Assert.Equal(HttpStatusCode.OK, nearly.StatusCode);
        }
        site.Clock.Advance(TimeSpan.FromHours(2));
        using (var tooOld = await client.GetAsync("/2021", TestContext.Current.CancellationToken))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, tooOld.StatusCode);
        }

        site.IsDown = false;
        await HealthTests.UntilAsync(async () => (await HealthTests.AskAsync(client, "/2021/01")).Status == HttpStatusCode.OK);
        using var fresh = await client.GetAsync("/2021", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, false), (fresh.StatusCode, fresh.Headers.Contains("Warning")));
    }
}
