using System.Globalization;
using System.Security.Cryptography;
using Npgsql;

namespace Archive.Rig.Postgres;

/// <summary>A PostgreSQL server of this process's own, in a temporary folder, on a free port of this machine only.</summary>
public sealed class PostgresServer : IDisposable
{
    public const string Superuser = "archive";

    // What makes it quick is that the folder is new and small. It writes as faithfully as one in production, and plans as
    // deploy/postgres/server.conf says. Its time zone and way of writing dates are nobody's: a test that passes here does not depend on
    // the server's.
    private const string Settings = """

        fsync = on
        random_page_cost = 1.1
        listen_addresses = '127.0.0.1'
        unix_socket_directories = ''
        max_connections = 200
        shared_buffers = 64MB
        timezone = 'Pacific/Chatham'
        datestyle = 'SQL, DMY'
        log_timezone = 'UTC'
        wal_log_hints = on

        """;

    private readonly ServerGuard guard;

    private PostgresServer(string password)
    {
        Password = password;
        guard = new(Folder);
    }

    public string Password { get; }

    public int Port { get; private set; } = FreePort.Next();

    public string Folder { get; } = Unprivileged.NewFolder("archive-postgres-");

    internal string Data => Path.Combine(Folder, "data");

    private string LogFile => Path.Combine(Folder, "log");

    /// <summary>Makes a new, empty server and starts it.</summary>
    public static PostgresServer Start(params IEnumerable<string> settings)
    {
        var server = new PostgresServer(RandomNumberGenerator.GetHexString(20, lowercase: true));
        try
        {
            // Readable to initdb, which is another user's when root runs the tests; the folder is closed to everybody else.
            var password = Path.Combine(server.Folder, "password");
            File.WriteAllText(password, server.Password);
            Unprivileged.Run(PostgresPrograms.InitDb, [
                "-D", server.Data, "-U", Superuser, "--locale=C.UTF-8", "-E", "UTF8", "--data-checksums", "--no-sync", "--no-instructions",
                "--auth=scram-sha-256", $"--pwfile={password}"]);
            File.AppendAllText(Path.Combine(server.Data, "postgresql.conf"), Settings + string.Join('\n', settings) + "\n");
            server.StartOnFreePort();
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>A copy of a running server that follows it.</summary>
    public static PostgresServer StandbyOf(PostgresServer primary, string name)
    {
        var standby = new PostgresServer(primary.Password);
        try
        {
            standby.CopyFrom(primary, name);
            standby.StartOnFreePort();
            return standby;
        }
        catch
        {
            standby.Dispose();
            throw;
        }
    }

    /// <summary>Throws away what a dead server had, and makes it a standby of another, where it was.</summary>
    public void Follow(PostgresServer primary, string name)
    {
        Directory.Delete(Data, recursive: true);
        CopyFrom(primary, name);
        Start();
    }

    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1", Port = Port, Username = Superuser, Password = Password, Database = database,
    }.ConnectionString;

    /// <summary>Starts it again where it was.</summary>
    public void Start() => Unprivileged.Run(PostgresPrograms.PgCtl, ["-D", Data, "-l", LogFile, "-w", "-t", "60", "-o", $"-p {Port}", "start"]);

    /// <summary>Stops it at once, without a goodbye to anybody.</summary>
    public void Stop() => Unprivileged.Run(PostgresPrograms.PgCtl, ["-D", Data, "-m", "immediate", "-w", "-t", "60", "stop"]);

    /// <summary>Makes a standby the primary.</summary>
    public void Promote() => Unprivileged.Run(PostgresPrograms.PgCtl, ["-D", Data, "-w", "-t", "60", "promote"]);

    /// <summary>What happens to it when the power fails: its first process and all of its others are gone at once.</summary>
    public void Kill()
    {
        var pidFile = Path.Combine(Data, "postmaster.pid");
        ServerProcesses.Kill(int.Parse(File.ReadLines(pidFile).First(), CultureInfo.InvariantCulture));
        // The number may soon be another program's, and nobody else may get a signal that was meant for this one.
        File.Delete(pidFile);
    }

    /// <summary>
    /// From now on it acknowledges nothing that the standby has not written too. Not copied to a standby made before: one that takes its
    /// place would otherwise wait for itself.
    /// </summary>
    public async Task WaitForSynchronousAsync(string standby, CancellationToken cancellation = default)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync(cancellation);
        await ExecuteAsync($"ALTER SYSTEM SET synchronous_standby_names = '{standby}'");
        await ExecuteAsync("SELECT pg_reload_conf()");
        while (await ExecuteAsync($"SELECT 1 FROM pg_stat_replication WHERE application_name = '{standby}' AND sync_state = 'sync'") is null)
        {
            await Task.Delay(20, cancellation);
        }

        async Task<object?> ExecuteAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            return await command.ExecuteScalarAsync(cancellation);
        }
    }

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        guard.Dispose();
    }

    private void CopyFrom(PostgresServer primary, string name) => Unprivileged.Run(PostgresPrograms.BaseBackup, [
        "-D", Data, "-R", "-X", "stream", "-c", "fast", "--no-sync",
        "-d", $"host=127.0.0.1 port={primary.Port} user={Superuser} password={primary.Password} application_name={name}"]);

    // Between finding the port and using it somebody else may have taken it.
    private void StartOnFreePort()
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                Start();
                return;
            }
            catch (InvalidOperationException e)
            {
                var log = File.Exists(LogFile) ? File.ReadAllText(LogFile) : "";
                if (tries == 5 || !log.Contains("Address already in use", StringComparison.Ordinal))
                {
                    throw new InvalidOperationException($"{e.Message}\n{log}", e);
                }
                File.Delete(LogFile);
                Port = FreePort.Next();
            }
        }
    }
}
