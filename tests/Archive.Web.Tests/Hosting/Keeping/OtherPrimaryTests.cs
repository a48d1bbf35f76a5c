using System.Text.Json;

namespace Archive.Web.Tests.Hosting.Keeping;

/// <summary>A server that takes over may lack the last commits of the one before it, and gives their numbers to others.</summary>
[Trait("Store", "Postgres")]
public sealed class OtherPrimaryTests
{
    [Fact]
    public async Task What_was_read_of_the_index_counts_no_more_when_another_server_may_be_the_primary()
    {
        await using var site = new WatchedSite();
        await site.InitializeAsync();
        using var client = site.CreateClient();
        await site.SettleAsync();
        var linked = await TotalAsync(client, "is:linked");
        Assert.NotEqual(0, linked);

        // The archive of another server, in the same edition: as good as any, it has no index.
        await site.Store.ExecuteAsync("""DELETE FROM "SearchSegments" """, TestContext.Current.CancellationToken);
        // While the line stands nobody can know.
        Assert.Equal(linked, await TotalAsync(client, "(is:linked)"));
        await site.Store.ExecuteAsync(
            """SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE 'SELECT "Number" FROM "Editions"%'""",
            TestContext.Current.CancellationToken);

        await HealthTests.UntilAsync(async () => await TotalAsync(client, "is:linked") == 0);
    }

    private static async Task<int> TotalAsync(HttpClient client, string query)
    {
        using var answer = JsonDocument.Parse(await client.GetStringAsync($"/search.json?q={Uri.EscapeDataString(query)}", TestContext.Current.CancellationToken));
        return answer.RootElement.GetProperty("_archive").GetProperty("total").GetInt32();
    }
}
