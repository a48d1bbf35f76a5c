using System.Globalization;
using Npgsql;

namespace Archive.Rig.Postgres;

/// <summary>A database of its own on the server of this test run, dropped when the test ends.</summary>
public sealed class PostgresDatabase : IDisposable
{
    private static readonly string Run = Guid.NewGuid().ToString("n")[..8];

    private static int made;

    private readonly NpgsqlConnectionStringBuilder server;

    private PostgresDatabase(NpgsqlConnectionStringBuilder server, string like)
    {
        this.server = server;
        Name = $"archive_test_{Run}_{Interlocked.Increment(ref made).ToString(CultureInfo.InvariantCulture)}";
        Execute($"CREATE DATABASE \"{Name}\" {like}");
    }

    public string Name { get; }

    public string ConnectionString => new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = Name }.ConnectionString;

    /// <summary>One without a table.</summary>
    /// <param name="like">How it differs from the server's other databases, as CREATE DATABASE has it ("TEMPLATE template0 LOCALE …").</param>
    public static PostgresDatabase CreateEmpty(string like = "") => new(TestServer.Address, like);

    /// <summary>One with every migration: a copy of one that was migrated once.</summary>
    public static PostgresDatabase Create() => new(TestServer.Address, $"TEMPLATE \"{TestServer.Migrated.Name}\"");

    public void Dispose()
    {
        using (var own = new NpgsqlConnection(ConnectionString))
        {
            NpgsqlConnection.ClearPool(own);
        }
        Execute($"DROP DATABASE IF EXISTS \"{Name}\" WITH (FORCE)");
    }

    /// <summary>Lets nobody in any more: a database is copied only while nobody is connected to it.</summary>
    internal void Close() => Execute($"ALTER DATABASE \"{Name}\" ALLOW_CONNECTIONS false");

    private void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(server.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
