using Microsoft.Data.Sqlite;

namespace Archive.Web.Tests.Commands;

/// <summary>`archive migrate` on a store that nobody has migrated yet.</summary>
public sealed class MigrateTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StoreUnderTest empty;

    public MigrateTests() => empty = StoreUnderTest.CreateEmpty(folder.Path);

    [Fact]
    public async Task It_says_what_it_applied_and_then_that_nothing_was_pending()
    {
        var first = await RunAsync("migrate");
        Assert.Equal((0, ""), (first.ExitCode, first.Errors));
        Assert.Matches(@"^Applied: \d+_\w+(, \d+_\w+)*\n$", first.Output);

        var second = await RunAsync("migrate");
        Assert.Equal((0, "Nothing was pending.\n"), (second.ExitCode, second.Output));

        var import = await RunAsync("import", Path.Combine(Repository.Root, "seeds"));
        Assert.Equal(0, import.ExitCode);
    }

    [Fact]
    public async Task The_script_does_the_same_by_hand_and_writing_it_changes_nothing()
    {
        var script = await RunAsync("migrate", "--script");
        Assert.Equal((0, ""), (script.ExitCode, script.Errors));
        Assert.Contains("CREATE TABLE", script.Output, StringComparison.Ordinal);
        var again = await RunAsync("migrate", "--script");
        Assert.Equal(script.Output, again.Output);

        if (StoreUnderTest.Kind == StoreKind.Sqlite)
        {
            await RunByHandAsync(script.Output);
        }
        else
        {
            await empty.ExecuteAsync(script.Output, TestContext.Current.CancellationToken);
            // Where it is said to be safe to run twice, it is.
            await empty.ExecuteAsync(script.Output, TestContext.Current.CancellationToken);
        }

        var migrated = await RunAsync("migrate");
        Assert.Equal((0, "Nothing was pending.\n"), (migrated.ExitCode, migrated.Output));
    }

    [Fact]
    [Trait("Store", "Postgres")]
    public async Task Without_it_nothing_starts_on_PostgreSQL_and_every_command_says_so()
    {
        foreach (var verb in new[] { "serve", "import" })
        {
            var refused = await RunAsync(verb, "--urls=http://127.0.0.1:0");
            Assert.Equal(1, refused.ExitCode);
            Assert.Equal("archive: the store is empty or not there: run archive migrate, then start again", refused.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1]);
            Assert.DoesNotContain("   at ", refused.All, StringComparison.Ordinal);
        }
        Assert.Null(await empty.ExecuteAsync("SELECT to_regclass('\"Posts\"')::text", TestContext.Current.CancellationToken) as string);
    }

    [Theory]
    [InlineData("import")]
    [InlineData("import --dry-run")]
    [InlineData("migrate")]
    [Trait("Store", "Postgres")]
    public async Task A_server_that_is_not_there_is_said_in_one_line_without_the_password(string typed)
    {
        var refused = await ArchiveProcess.RunAsync(
            folder, [.. typed.Split(' '), "--Store:Provider=Postgres", "--ConnectionStrings:Archive=Host=127.0.0.1;Port=1;Database=archive;Username=web;Password=plain-to-see"]);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("127.0.0.1:1", Assert.Single(refused.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.DoesNotContain("plain-to-see", refused.All, StringComparison.Ordinal);
        Assert.Equal("", refused.Output);
    }

    public void Dispose()
    {
        empty.Dispose();
        folder.Dispose();
    }

    private async Task RunByHandAsync(string script)
    {
        await using var store = new SqliteConnection(empty.ConnectionString + ";Pooling=False");
        await store.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = store.CreateCommand();
        command.CommandText = script;
        await using var results = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await results.NextResultAsync(TestContext.Current.CancellationToken))
        {
            // Every statement is run by asking for what it gives.
        }
    }

    private Task<Finished> RunAsync(params string[] typed) =>
        ArchiveProcess.RunAsync(folder, [.. typed, .. empty.Settings.Select(setting => $"--{setting.Key}={setting.Value}")]);
}
