using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Store.Tests;

public sealed class MigrationTests
{
    [Fact]
    public async Task The_migrations_make_the_model_that_the_code_has()
    {
        await using var archive = ArchiveOnDisk.Create();
        await using var context = archive.Context();

        Assert.False(context.Database.HasPendingModelChanges());
        Assert.True(await context.IsReadyAsync(TestContext.Current.CancellationToken));
    }

    [Trait("Store", "Sqlite")]
    [Fact]
    public async Task A_store_keeps_its_word_when_the_power_fails()
    {
        await using var archive = ArchiveOnDisk.Create();
        await using var context = archive.Context();

        Assert.Equal("wal", await PragmaAsync(context, "journal_mode"));
        Assert.Equal("2", await PragmaAsync(context, "synchronous"));
        Assert.Equal("1", await PragmaAsync(context, "foreign_keys"));
        Assert.Equal("5000", await PragmaAsync(context, "busy_timeout"));
    }

    [Fact]
    public async Task Asking_whether_there_is_a_store_makes_none()
    {
        await using var archive = new ArchiveOnDisk();
        await using var context = archive.Context();

        Assert.False(await context.IsReadyAsync(TestContext.Current.CancellationToken));
        Assert.False(File.Exists(archive.StoreFile));
    }

    [Trait("Store", "Sqlite")]
    [Fact]
    public async Task A_migration_that_was_killed_does_not_stop_the_next_start()
    {
        await using var archive = ArchiveOnDisk.Create();
        await using (var killed = new SqliteConnection($"Data Source={archive.StoreFile}"))
        {
            await killed.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = killed.CreateCommand();
            // What EF Core leaves behind: the row that says somebody is migrating, and a migration not yet written down.
            command.CommandText = """
                CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2021-01-29 00:00:00');
                """;
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        await using var context = archive.Context();

        await context.MigrateAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.True(await context.IsReadyAsync(TestContext.Current.CancellationToken));
    }

    [Trait("Store", "Sqlite")]
    [Fact]
    public async Task A_store_of_the_first_version_comes_up_to_date_with_everything_in_it()
    {
        await using var archive = ArchiveOnDisk.Create();
        await archive.ImportAsync(SeedFolders.Samples);
        var before = await PublicContent.OfAsync(archive);
        await using var context = archive.Context();
        var (days, months) = (await SortDaysAsync(context), await MonthsAsync(context));
        await context.GetService<IMigrator>().MigrateAsync("Initial", TestContext.Current.CancellationToken);
        Assert.False(await context.IsReadyAsync(TestContext.Current.CancellationToken));

        await context.MigrateAsync(TestContext.Current.CancellationToken);

        Assert.Equal(before, await PublicContent.OfAsync(archive));
        Assert.Equal(days, await SortDaysAsync(context));
        Assert.NotEmpty(months);
        Assert.Equal(months, await MonthsAsync(context));
    }

    [Fact]
    public async Task Many_may_start_at_once()
    {
        await using var archive = new ArchiveOnDisk();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            await using var context = archive.Context();
            await context.MigrateAsync(TestContext.Current.CancellationToken);
        })));
        await using var context = archive.Context();

        Assert.True(await context.IsReadyAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(StoreRegistration.ProviderKey, "Oracle")]
    [InlineData(StoreRegistration.ConnectionKey, "Data Source=")]
    [InlineData(StoreRegistration.ConnectionKey, "Nonsense=1")]
    public void A_setting_that_cannot_be_used_is_named_with_its_key(string key, string value)
    {
        var refusal = Assert.Throws<StoreSettingException>(() => new ArchiveOnDisk((key, value)));

        Assert.Equal(key, refusal.Key);
        Assert.StartsWith(key, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StoreRegistration.ConnectionKey, null, "is missing")]
    [InlineData(StoreRegistration.ConnectionKey, "Data Source=data/archive.db", "'data source' is no word of it")]
    [InlineData(StoreRegistration.ConnectionKey, "Database=archive", "names no server")]
    [InlineData(StoreRegistration.ConnectionKey, "Host=db", "names no database")]
    [InlineData(StoreRegistration.ConnectionKey, "Host=db;Database=archive;Port=many", "'port'")]
    [InlineData(StoreRegistration.ConnectionKey, "Host=db;Database=archive;Target Session Attributes=primary", "multiple hosts")]
    [InlineData(StoreRegistration.ReadersKey, "Host=db", "names no database")]
    [InlineData(StoreRegistration.PasswordFileKey, "no/such/file", "Could not find")]
    [InlineData(StoreRegistration.ReadOnlyKey, "perhaps", "neither true nor false")]
    [InlineData("Store:Provder", "Postgres", "no such setting")]
    public void A_setting_of_a_server_that_cannot_be_used_is_named_with_its_key_and_what_is_wrong(string key, string? value, string why)
    {
        (string, string?)[] good = [(StoreRegistration.ProviderKey, "Postgres"), (StoreRegistration.ConnectionKey, "Host=db;Database=archive;Username=archive")];
        using var right = Configured(good);

        var refusal = Assert.Throws<StoreSettingException>(() => Configured([.. good, (key, value)]));

        Assert.Equal(key, refusal.Key);
        Assert.StartsWith(key, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Configured(IEnumerable<(string Key, string? Value)> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.GroupBy(s => s.Key, (name, given) => KeyValuePair.Create(name, given.Last().Value))).Build();
        return new ServiceCollection().AddArchiveStore(configuration, AppContext.BaseDirectory).BuildServiceProvider();
    }

    private static Task<List<string>> SortDaysAsync(ArchiveContext context) =>
        context.Posts.OrderBy(post => post.Id).Select(post => $"{post.Id} {post.SortDay} {post.PeriodDays}").ToListAsync();

    private static Task<List<string>> MonthsAsync(ArchiveContext context) =>
        context.MonthTotals.OrderBy(row => row.Year).ThenBy(row => row.Month).Select(row => $"{row.Year} {row.Month} {row.Posts}").ToListAsync();

    private static async Task<string?> PragmaAsync(ArchiveContext context, string name)
    {
        await context.Database.OpenConnectionAsync();
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return (await command.ExecuteScalarAsync())?.ToString();
    }
}
