using Npgsql;

namespace Archive.ScaleOut.Tests.Deploy;

/// <summary>A backup of one archive, restored beside it as docs/OPERATING.md says.</summary>
public sealed class RestoreTests(DeployedServer deployed) : IClassFixture<DeployedServer>
{
    [Fact]
    public async Task A_restored_archive_answers_the_same_and_keeps_its_doors_shut()
    {
        var imported = await ArchiveProcess.RunAsync(deployed.Folder, ["import", Path.Combine(Repository.Root, "seeds"), .. deployed.As("archive_writer")]);
        Assert.True(imported.ExitCode == 0, imported.All);
        var (dump, roles) = (deployed.Folder["archive.dump"], DeployedServer.InDeploy("postgres/roles.sql"));

        await deployed.ToolAsync("pg_dump", "--format=custom", $"--file={dump}", DeployedServer.Database);
        await deployed.ToolAsync("createdb", "archive_restored");
        await deployed.PsqlAsync("archive_restored", "-f", roles);
        await deployed.ToolAsync("pg_restore", "--exit-on-error", "--dbname=archive_restored", dump);
        await deployed.PsqlAsync("archive_restored", "-f", roles);

        const string all = "SELECT md5(string_agg(p::text, ',' ORDER BY \"Id\")) FROM \"Posts\" p";
        Assert.Equal(await deployed.PsqlAsync(DeployedServer.Database, "-c", all), await deployed.PsqlAsync("archive_restored", "-c", all));
        await deployed.PsqlAsync("postgres", "-c", $"ALTER DATABASE {DeployedServer.Database} RENAME TO archive_damaged", "-c", $"ALTER DATABASE archive_restored RENAME TO {DeployedServer.Database}");
        NpgsqlConnection.ClearAllPools();

        Assert.Null(await deployed.RefusalAsync("archive_reader", "SELECT * FROM \"Posts\""));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await deployed.RefusalAsync("archive_reader", "DELETE FROM \"Posts\""));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await deployed.RefusalAsync("archive_reader", "SELECT * FROM \"ProtectionKeys\""));
        // Nothing of the new tables is missing for a node: the same files again change nothing.
        var again = await ArchiveProcess.RunAsync(deployed.Folder, ["import", Path.Combine(Repository.Root, "seeds"), .. deployed.As("archive_writer")]);
        Assert.Contains("Nothing changed.", again.All, StringComparison.Ordinal);
        var migrated = await ArchiveProcess.RunAsync(deployed.Folder, ["migrate", .. deployed.As("archive_migrator")]);
        Assert.Contains("Nothing was pending.", migrated.All, StringComparison.Ordinal);
    }
}
