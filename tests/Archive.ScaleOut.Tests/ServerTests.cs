using Archive.Rig.Postgres;
using Npgsql;

namespace Archive.ScaleOut.Tests;

/// <summary>The servers that the other tests rely on do what is said of them.</summary>
public sealed class ServerTests
{
    [Fact]
    public async Task A_server_keeps_what_was_committed_when_it_is_killed_and_is_gone_with_its_folder_when_disposed()
    {
        string folder;
        using (var server = PostgresServer.Start())
        {
            folder = server.Folder;
            await SqlAsync(server, "CREATE TABLE kept (number int); INSERT INTO kept VALUES (7)");
            server.Kill();
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => SqlAsync(server, "SELECT 1"));
            server.Start();
            Assert.Equal(7, await SqlAsync(server, "SELECT number FROM kept"));
            Assert.Equal("on", await SqlAsync(server, "SHOW fsync"));
            Assert.Equal("on", await SqlAsync(server, "SHOW data_checksums"));
            Assert.Equal("UTF8", await SqlAsync(server, "SHOW server_encoding"));
        }
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task A_standby_has_what_its_primary_acknowledged_and_takes_its_place()
    {
        using var primary = PostgresServer.Start();
        using var standby = PostgresServer.StandbyOf(primary, "standby");
        await primary.WaitForSynchronousAsync("standby", TestContext.Current.CancellationToken);
        await SqlAsync(primary, "CREATE TABLE kept (number int); INSERT INTO kept VALUES (7)");
        primary.Kill();
        Assert.Equal(true, await SqlAsync(standby, "SELECT pg_is_in_recovery()"));

        standby.Promote();

        await SqlAsync(standby, "INSERT INTO kept VALUES (8)");
        Assert.Equal(15L, await SqlAsync(standby, "SELECT sum(number) FROM kept"));
    }

    [Fact]
    public async Task Databases_are_apart_and_gone_when_disposed()
    {
        string name;
        using var other = PostgresDatabase.CreateEmpty();
        using (var database = PostgresDatabase.CreateEmpty())
        {
            name = database.Name;
            await SqlAsync(database.ConnectionString, "CREATE TABLE kept (number int)");
            Assert.Equal(DBNull.Value, await SqlAsync(other.ConnectionString, "SELECT to_regclass('kept')::text"));
        }
        Assert.Equal(0L, await SqlAsync(other.ConnectionString, $"SELECT count(*) FROM pg_database WHERE datname = '{name}'"));
    }

    private static Task<object?> SqlAsync(PostgresServer server, string sql) => SqlAsync(server.ConnectionString("postgres"), sql);

    private static async Task<object?> SqlAsync(string address, string sql)
    {
        await using var connection = new NpgsqlConnection(address);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
