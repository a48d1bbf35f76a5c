using Archive.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Archive.Rig.Postgres;

/// <summary>The one server of a test process: started by the first test that asks, stopped when the process ends.</summary>
internal static class TestServer
{
    // Held, or it would be stopped as nobody's. Nobody stops it: its guard does when this process is gone, which need not wait for that.
    private static PostgresServer? own;

    private static readonly Lazy<NpgsqlConnectionStringBuilder> Started = new(() =>
    {
        if (OutsideServer.Named() is { } outside)
        {
            return outside;
        }
        own = PostgresServer.Start();
        return new(own.ConnectionString("postgres"));
    });

    private static readonly Lazy<PostgresDatabase> MigratedOnce = new(() =>
    {
        var database = PostgresDatabase.CreateEmpty();
        try
        {
            MigrateAsync(database.ConnectionString).GetAwaiter().GetResult();
            database.Close();
        }
        catch
        {
            database.Dispose();
            throw;
        }
        if (OutsideServer.Named() is not null)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => database.Dispose();
        }
        return database;
    });

    /// <summary>Its connection string, as a role that may make databases.</summary>
    public static NpgsqlConnectionStringBuilder Address => Started.Value;

    /// <summary>The database that the others are copies of.</summary>
    public static PostgresDatabase Migrated => MigratedOnce.Value;

    private static async Task MigrateAsync(string connectionString)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(StoreUnderTest.SettingsOf(StoreKind.Postgres, connectionString)).Build();
        await using var services = new ServiceCollection().AddLogging().AddArchiveStore(settings, Path.GetTempPath()).BuildServiceProvider();
        await using var archive = await services.GetRequiredService<IDbContextFactory<ArchiveContext>>().CreateDbContextAsync();
        await archive.MigrateAsync();
    }
}
