using System.Data.Common;
using Archive.Rig.Postgres;
using Archive.Store;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Archive.Rig;

/// <summary>The stores that the archive can stand on.</summary>
public enum StoreKind
{
    Sqlite,
    Postgres,
}

/// <summary>A store for one test, of the kind that this run of the tests is about; it goes when disposed.</summary>
public sealed class StoreUnderTest : IDisposable
{
    public const string Variable = "ARCHIVE_TEST_STORE";

    private readonly PostgresDatabase? database;

    private StoreUnderTest(string connectionString) => ConnectionString = connectionString;

    private StoreUnderTest(PostgresDatabase database)
        : this(database.ConnectionString) => this.database = database;

    /// <summary>Which store this run is about, by the environment.</summary>
    public static StoreKind Kind { get; } = Read();

    public string ConnectionString { get; }

    /// <summary>What stands in the archive's settings for this store.</summary>
    public IReadOnlyDictionary<string, string?> Settings => SettingsOf(database is null ? StoreKind.Sqlite : StoreKind.Postgres, ConnectionString);

    /// <summary>A store with every migration: on PostgreSQL it is there; on SQLite the file is made by whoever migrates first, as everywhere.</summary>
    /// <param name="folder">Where a file may be put, for as long as the store is used.</param>
    /// <param name="kind">For a test that needs both; otherwise the kind of this run.</param>
    public static StoreUnderTest Create(string folder, StoreKind? kind = null) =>
        (kind ?? Kind) == StoreKind.Postgres ? new(PostgresDatabase.Create()) : InFile(folder);

    /// <summary>A store with every migration, on SQLite too: for tests that do not ask who makes the file.</summary>
    /// <param name="folder">As for <see cref="Create"/>.</param>
    /// <param name="kind">As for <see cref="Create"/>.</param>
    public static StoreUnderTest CreateMigrated(string folder, StoreKind? kind = null)
    {
        var store = Create(folder, kind);
        if (store.database is null)
        {
            MigratedFile.CopyTo(FileIn(folder));
        }
        return store;
    }

    /// <summary>A store that nobody has migrated yet.</summary>
    public static StoreUnderTest CreateEmpty(string folder) =>
        Kind == StoreKind.Postgres ? new(PostgresDatabase.CreateEmpty()) : InFile(folder);

    /// <summary>Looks or reaches behind the archive's own code: one command, and the first value that it answers.</summary>
    public async Task<object?> ExecuteAsync(string sql, CancellationToken cancellation = default)
    {
        await using DbConnection connection = database is null ? new SqliteConnection(ConnectionString + ";Pooling=False") : new NpgsqlConnection(ConnectionString + ";Pooling=False");
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellation);
    }

    public void Dispose() => database?.Dispose();

    internal static Dictionary<string, string?> SettingsOf(StoreKind kind, string connectionString) => new()
    {
        [StoreRegistration.ProviderKey] = kind.ToString(),
        [StoreRegistration.ConnectionKey] = connectionString,
    };

    private static StoreUnderTest InFile(string folder) => new($"Data Source={FileIn(folder)}");

    private static string FileIn(string folder) => Path.Combine(folder, "archive.db");

    private static StoreKind Read()
    {
        var kind = Environment.GetEnvironmentVariable(Variable);
        return string.IsNullOrEmpty(kind) ? StoreKind.Sqlite
            : Enum.TryParse<StoreKind>(kind, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known
            : throw new InvalidOperationException($"{Variable}: '{kind}' is no store; use Sqlite or Postgres.");
    }
}
