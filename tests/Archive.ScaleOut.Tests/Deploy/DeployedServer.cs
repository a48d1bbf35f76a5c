using System.Diagnostics;
using Archive.Rig.Postgres;
using Npgsql;

namespace Archive.ScaleOut.Tests.Deploy;

/// <summary>A PostgreSQL server set up as docs/OPERATING.md says, by the files of deploy/ and the command line.</summary>
public sealed class DeployedServer : IAsyncLifetime
{
    public const string Database = "archive";

    public PostgresServer Server { get; } = PostgresServer.Start(Settings());

    public TemporaryFolder Folder { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await RunAsync("bash", [InDeploy("make-secrets.sh"), Folder["secrets"]]);
        await PsqlAsync("postgres", "-c", $"CREATE DATABASE {Database}");
        await PsqlAsync(Database, "-f", InDeploy("postgres/roles.sql"), "-f", InDeploy("postgres/passwords.sql"));
        var migrated = await ArchiveProcess.RunAsync(Folder, ["migrate", .. As("archive_migrator")]);
        Assert.True(migrated.ExitCode == 0, migrated.All);
        await PsqlAsync(Database, "-f", InDeploy("postgres/roles.sql"));
    }

    public ValueTask DisposeAsync()
    {
        Server.Dispose();
        Folder.Dispose();
        return ValueTask.CompletedTask;
    }

    public static string InDeploy(string file) => Path.Combine(Repository.Root, "deploy", file);

    public string SecretFile(string role) => Path.Combine(Folder["secrets"], role);

    /// <summary>Settings for a node that is this role.</summary>
    public string[] As(string role) =>
    [
        "--Store:Provider=Postgres",
        $"--ConnectionStrings:Archive=Host=127.0.0.1;Port={Server.Port};Database={Database};Username={role}",
        $"--ConnectionStrings:ArchivePasswordFile={SecretFile(role)}",
    ];

    public async Task<NpgsqlConnection> ConnectAsync(string role)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server.ConnectionString(Database))
        {
            Username = role, Password = await File.ReadAllTextAsync(SecretFile(role)), Pooling = false,
        }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <returns>Null where the role may, and the server's code where it may not.</returns>
    public async Task<string?> RefusalAsync(string role, string sql)
    {
        await using var connection = await ConnectAsync(role);
        try
        {
            // What a thief of the password would do first.
            await using (var first = new NpgsqlCommand("SET default_transaction_read_only = off", connection))
            {
                await first.ExecuteNonQueryAsync();
            }
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
            return null;
        }
        catch (PostgresException e)
        {
            return e.SqlState;
        }
    }

    public async Task<IReadOnlyList<string>> ListAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server.ConnectionString(Database));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var rows = await command.ExecuteReaderAsync();
        var list = new List<string>();
        while (await rows.ReadAsync())
        {
            list.Add(rows.GetString(0));
        }
        return list;
    }

    /// <summary>As the administrator types it, as the superuser.</summary>
    public Task<string> PsqlAsync(string database, params string[] args) =>
        ToolAsync("psql", ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", database, .. args]);

    /// <summary>One of PostgreSQL's programs, as the superuser.</summary>
    public Task<string> ToolAsync(string program, params string[] args) => RunAsync(
        Path.Combine(Path.GetDirectoryName(PostgresPrograms.Psql)!, program), ["-h", "127.0.0.1", "-p", $"{Server.Port}", "-U", PostgresServer.Superuser, .. args]);

    private async Task<string> RunAsync(string program, IEnumerable<string> args)
    {
        using var process = new Process
        {
            StartInfo = new(program, args)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["PGPASSWORD"] = Server.Password, ["ARCHIVE_SECRETS"] = Folder["secrets"] },
            },
        };
        process.Start();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{Path.GetFileName(program)} ended with {process.ExitCode}: {await errors}");
    }

    // The file as it is, but for the one line that would open a test's server to the network.
    private static IEnumerable<string> Settings() =>
        File.ReadLines(InDeploy("postgres/server.conf")).Where(line => !line.StartsWith("listen_addresses", StringComparison.Ordinal));
}
