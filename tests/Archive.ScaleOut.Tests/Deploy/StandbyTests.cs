using Archive.Rig.Postgres;
using Npgsql;

namespace Archive.ScaleOut.Tests.Deploy;

/// <summary>deploy/postgres/make-standby.sh makes a standby that can take the primary's place, and synchronous.sql makes commits wait for it.</summary>
public sealed class StandbyTests(DeployedServer deployed) : IClassFixture<DeployedServer>
{
    [Fact]
    public async Task A_standby_is_made_waited_for_and_takes_the_primarys_place_without_forgetting_to_wait()
    {
        var synchronous = DeployedServer.InDeploy("postgres/synchronous.sql");
        // Without a standby every write would hang: refused.
        await Assert.ThrowsAsync<InvalidOperationException>(() => deployed.PsqlAsync("postgres", "-f", synchronous));

        var folder = Unprivileged.NewFolder("archive-standby-");
        using var guard = new ServerGuard(folder);
        var data = Path.Combine(folder, "data");
        string[] copy = ["--name", "archive_b", "--data", data];
        Make(folder, deployed.Server.Port, copy);
        // Never over what is there.
        Assert.Contains("not empty", Assert.Throws<InvalidOperationException>(() => Make(folder, deployed.Server.Port, copy)).Message, StringComparison.Ordinal);

        var port = FreePort.Next();
        Unprivileged.Run(PostgresPrograms.PgCtl, ["-D", data, "-l", Path.Combine(folder, "log"), "-w", "-t", "60", "-o", $"-p {port}", "start"]);
        await UntilAsync("SELECT 1 FROM pg_stat_replication WHERE application_name = 'archive_b' AND state = 'streaming'");
        await deployed.PsqlAsync("postgres", "-f", synchronous);
        await UntilAsync("SELECT 1 FROM pg_stat_replication WHERE application_name = 'archive_b' AND sync_state = 'sync'");
        Assert.Equal("reserved", await ScalarAsync("SELECT wal_status FROM pg_replication_slots WHERE slot_name = 'archive_b' AND active"));
        Assert.Null(await deployed.RefusalAsync("archive_migrator", "CREATE TABLE kept (number int); INSERT INTO kept VALUES (7)"));

        deployed.Server.Kill();
        Unprivileged.Run(PostgresPrograms.PgCtl, ["-D", data, "-w", "-t", "60", "promote"]);
        await using var promoted = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(deployed.Server.ConnectionString(DeployedServer.Database)) { Port = port, Pooling = false }.ConnectionString);
        await promoted.OpenAsync(TestContext.Current.CancellationToken);
        Assert.Equal(7, await ScalarAsync("SELECT number FROM kept", promoted));
        Assert.Equal("FIRST 1 (archive_a, archive_b)", await ScalarAsync("SHOW synchronous_standby_names", promoted));

        // The old primary comes back as the standby of the new one, without being copied, and commits have two machines again.
        Make(folder, port, ["--rewind", "--name", "archive_a", "--data", deployed.Server.Data]);
        deployed.Server.Start();
        await UntilAsync("SELECT 1 FROM pg_stat_replication WHERE application_name = 'archive_a' AND sync_state = 'sync'", promoted);
        Assert.Equal(true, await ScalarAsync("SELECT pg_is_in_recovery()"));
        await ScalarAsync("INSERT INTO kept VALUES (8)", promoted);
    }

    // In the folder of the other user, who may not be let into this one's.
    private void Make(string folder, int primary, string[] rest)
    {
        var script = Path.Combine(folder, "make-standby.sh");
        var password = Path.Combine(folder, "password");
        File.Copy(DeployedServer.InDeploy("postgres/make-standby.sh"), script, overwrite: true);
        File.Copy(deployed.SecretFile("archive_standby"), password, overwrite: true);
        Unprivileged.Run("env", [
            $"PATH={Path.GetDirectoryName(PostgresPrograms.BaseBackup)}:{Environment.GetEnvironmentVariable("PATH")}", $"ARCHIVE_STANDBY_PASSWORD_FILE={password}",
            "bash", script, "--primary", "127.0.0.1", "--port", $"{primary}", .. rest]);
    }

    private async Task UntilAsync(string sql, NpgsqlConnection? connection = null)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await ScalarAsync(sql, connection) is null)
        {
            await Task.Delay(50, limit.Token);
        }
    }

    private async Task<object?> ScalarAsync(string sql, NpgsqlConnection? connection = null)
    {
        await using var own = new NpgsqlConnection($"{deployed.Server.ConnectionString("postgres")};Pooling=false");
        if (connection is null)
        {
            await own.OpenAsync(TestContext.Current.CancellationToken);
        }
        await using var command = new NpgsqlCommand(sql, connection ?? own);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
