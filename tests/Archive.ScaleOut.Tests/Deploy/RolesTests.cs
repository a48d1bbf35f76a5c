using Npgsql;

namespace Archive.ScaleOut.Tests.Deploy;

/// <summary>Each role of deploy/postgres/roles.sql can do its work, and nothing else.</summary>
public sealed class RolesTests(DeployedServer deployed) : IClassFixture<DeployedServer>
{
    private const string NotAllowed = PostgresErrorCodes.InsufficientPrivilege;

    // What a reader may see and a writer may change; the exceptions have tests of their own.
    private const string Tables = $"SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ({Secret}, {Audit}, '__EFMigrationsHistory') ORDER BY 1";

    // Who may sign in, and how; what is not public yet, or no more; who did what.
    private const string Secret = "'ProtectionKeys', 'Accounts', 'Passkeys', 'OneTimeLinks', 'RecoveryCodes', 'Sessions', 'Guessings', 'SpentProofs', "
        + "'RemovedContents', 'ImportRuns', 'ImportedFiles', 'NamingEdits', 'Uploads', 'UploadedFiles', 'EditorFeeds', 'WorkDecisions', 'Drafts', 'Schedules'";

    private const string Audit = "'AuditRecords', 'AuditedPosts', 'AccountRecords'";

    public static TheoryData<string> Definitions =>
    [
        "CREATE TABLE more (number int)",
        "CREATE SCHEMA more",
        "CREATE FUNCTION more() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE EXTENSION pg_trgm",
        "CREATE ROLE more",
        "CREATE DATABASE more",
        "ALTER TABLE \"Posts\" ADD more int",
        "ALTER TABLE \"Posts\" OWNER TO CURRENT_USER",
        "ALTER TABLE \"Posts\" DISABLE TRIGGER ALL",
        "CREATE INDEX more ON \"Posts\" (\"Id\")",
        "DROP TABLE \"Headlines\"",
        "ALTER SYSTEM SET synchronous_standby_names = ''",
        "COPY \"Posts\" TO PROGRAM 'cat'",
        "COPY \"Posts\" TO '/tmp/archive-posts'",
        "SELECT pg_read_file('postgresql.conf')",
        "SELECT * FROM pg_authid",
        "SET ROLE archive_migrator",
    ];

    [Fact]
    public async Task The_reader_reads_every_table_and_writes_none()
    {
        var tables = await deployed.ListAsync(Tables);
        Assert.InRange(tables.Count, 15, 100);
        foreach (var table in tables)
        {
            Assert.Null(await deployed.RefusalAsync("archive_reader", $"SELECT * FROM {table}"));
            foreach (var write in new[] { $"INSERT INTO {table} DEFAULT VALUES", $"DELETE FROM {table}", $"TRUNCATE {table}", $"BEGIN; LOCK TABLE {table} IN EXCLUSIVE MODE" })
            {
                Assert.Equal((write, NotAllowed), (write, await deployed.RefusalAsync("archive_reader", write)));
            }
        }
        var columns = await deployed.ListAsync(
            "SELECT format('UPDATE %I SET %I = %2$I', table_name, column_name) FROM information_schema.columns WHERE table_schema = 'public' AND is_identity = 'NO'");
        foreach (var update in columns)
        {
            Assert.Equal((update, NotAllowed), (update, await deployed.RefusalAsync("archive_reader", update)));
        }
    }

    [Fact]
    public async Task What_the_audit_says_is_added_to_by_the_writer_changed_by_nobody_and_not_read_by_readers()
    {
        foreach (var table in new[] { "\"AuditRecords\"", "\"AuditedPosts\"", "\"AccountRecords\"" })
        {
            Assert.Equal(NotAllowed, await deployed.RefusalAsync("archive_reader", $"SELECT * FROM {table}"));
            Assert.Null(await deployed.RefusalAsync("archive_writer", $"SELECT * FROM {table}"));
            foreach (var change in new[] { $"DELETE FROM {table}", $"TRUNCATE {table}", $"UPDATE {table} SET \"Id\" = 0", $"DROP TABLE {table}", $"ALTER TABLE {table} DISABLE TRIGGER ALL" })
            {
                Assert.Equal((change, NotAllowed), (change, await deployed.RefusalAsync("archive_writer", change)));
            }
        }
    }

    [Fact]
    public async Task The_reader_does_not_see_who_may_sign_in_nor_the_keys_that_sign_their_cookies_nor_what_is_not_public_and_keeps_no_table_of_its_own()
    {
        var secret = await deployed.ListAsync($"SELECT quote_ident(tablename) FROM pg_tables WHERE tablename IN ({Secret})");
        Assert.Equal(18, secret.Count);
        foreach (var table in secret)
        {
            Assert.Equal((table, NotAllowed), (table, await deployed.RefusalAsync("archive_reader", $"SELECT * FROM {table}")));
            Assert.Null(await deployed.RefusalAsync("archive_writer", $"DELETE FROM {table} WHERE false"));
            Assert.Equal(NotAllowed, await deployed.RefusalAsync("archive_writer", $"TRUNCATE {table}"));
        }
        Assert.Equal(NotAllowed, await deployed.RefusalAsync("archive_reader", "CREATE TEMPORARY TABLE more (number int)"));
        Assert.Equal(NotAllowed, await deployed.RefusalAsync("archive_reader", "SELECT nextval(pg_get_serial_sequence('\"Posts\"', 'Id'))"));
    }

    [Theory, MemberData(nameof(Definitions))]
    public async Task Neither_reader_nor_writer_defines_anything_or_leaves_its_place(string sql)
    {
        Assert.Equal(NotAllowed, await deployed.RefusalAsync("archive_reader", sql));
        Assert.Equal(NotAllowed, await deployed.RefusalAsync("archive_writer", sql));
    }

    [Fact]
    public async Task The_writer_imports_but_empties_no_table_and_says_nothing_about_migrations()
    {
        var imported = await ArchiveProcess.RunAsync(deployed.Folder, ["import", Path.Combine(Repository.Root, "seeds"), .. deployed.As("archive_writer")]);
        Assert.True(imported.ExitCode == 0, imported.All);
        Assert.NotEqual(["0"], await deployed.ListAsync("SELECT count(*)::text FROM \"Posts\""));
        foreach (var table in await deployed.ListAsync(Tables))
        {
            Assert.Null(await deployed.RefusalAsync("archive_writer", $"DELETE FROM {table} WHERE false"));
            Assert.Equal(NotAllowed, await deployed.RefusalAsync("archive_writer", $"TRUNCATE {table}"));
        }
        Assert.Equal(NotAllowed, await deployed.RefusalAsync("archive_writer", "DELETE FROM \"__EFMigrationsHistory\""));
    }

    [Fact]
    public async Task The_table_of_a_later_migration_is_covered()
    {
        Assert.Null(await deployed.RefusalAsync("archive_migrator", "CREATE TABLE \"Later\" (\"Id\" bigint GENERATED BY DEFAULT AS IDENTITY, word text)"));
        Assert.Null(await deployed.RefusalAsync("archive_writer", "INSERT INTO \"Later\" (word) VALUES ('one')"));
        Assert.Null(await deployed.RefusalAsync("archive_writer", "SELECT setval(pg_get_serial_sequence('\"Later\"', 'Id'), 7)"));
        Assert.Null(await deployed.RefusalAsync("archive_reader", "SELECT * FROM \"Later\""));
        Assert.Equal(NotAllowed, await deployed.RefusalAsync("archive_reader", "INSERT INTO \"Later\" (word) VALUES ('two')"));
        Assert.Null(await deployed.RefusalAsync("archive_migrator", "DROP TABLE \"Later\""));
    }

    [Fact]
    public async Task Nobody_else_gets_in()
    {
        await deployed.PsqlAsync("postgres", "-c", "CREATE ROLE stranger LOGIN PASSWORD 'stranger'");
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(deployed.Server.ConnectionString(DeployedServer.Database))
        {
            Username = "stranger", Password = "stranger", Pooling = false,
        }.ConnectionString);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync(TestContext.Current.CancellationToken));
        Assert.Equal(NotAllowed, refused.SqlState);
    }

    [Fact]
    public async Task Setting_up_the_roles_again_changes_nothing()
    {
        var before = await RightsAsync();
        await deployed.PsqlAsync(DeployedServer.Database, "-f", DeployedServer.InDeploy("postgres/roles.sql"));
        Assert.Equal(before, await RightsAsync());
        Assert.InRange(before.Count, 30, 500);

        Task<IReadOnlyList<string>> RightsAsync() => deployed.ListAsync(
            """
            SELECT format('%s %s %s', relname, relowner::regrole, (SELECT string_agg(acl::text, ' ' ORDER BY acl::text) FROM unnest(relacl) acl)) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relname <> 'Later'
            UNION ALL SELECT format('%s %s %s', defaclobjtype, defaclrole::regrole, (SELECT string_agg(acl::text, ' ' ORDER BY acl::text) FROM unnest(defaclacl) acl)) FROM pg_default_acl
            UNION ALL SELECT format('%s %s', datname, (SELECT string_agg(acl::text, ' ' ORDER BY acl::text) FROM unnest(datacl) acl)) FROM pg_database
            UNION ALL SELECT format('%s %s %s', rolname, rolpassword, setconfig) FROM pg_authid LEFT JOIN pg_db_role_setting ON setrole = pg_authid.oid WHERE rolname LIKE 'archive%'
            ORDER BY 1
            """);
    }

    [Fact]
    public async Task Passwords_are_kept_as_scram_and_stand_in_no_log()
    {
        var kept = await deployed.ListAsync("SELECT rolpassword FROM pg_authid WHERE rolname LIKE 'archive\\_%' ORDER BY 1");
        Assert.Equal(4, kept.Count);
        Assert.All(kept, password => Assert.StartsWith("SCRAM-SHA-256$", password, StringComparison.Ordinal));
        var log = await File.ReadAllTextAsync(Path.Combine(deployed.Server.Folder, "log"), TestContext.Current.CancellationToken);
        Assert.Contains("ready to accept connections", log, StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(deployed.Folder["secrets"]))
        {
            Assert.DoesNotContain(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), log, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("archive_reader", "SHOW statement_timeout", "15s")]
    [InlineData("archive_reader", "SHOW default_transaction_read_only", "on")]
    // A COMMIT that waits for the standby must not be broken off: that would pass for success.
    [InlineData("archive_writer", "SHOW statement_timeout", "0")]
    [InlineData("archive_migrator", "SHOW lock_timeout", "30s")]
    public async Task A_role_has_the_patience_that_its_work_needs(string role, string sql, string expected)
    {
        await using var connection = await deployed.ConnectAsync(role);
        await using var command = new NpgsqlCommand(sql, connection);
        Assert.Equal(expected, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }
}
