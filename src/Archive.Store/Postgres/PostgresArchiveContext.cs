using System.Data;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Archive.Store.Postgres;

/// <summary>The archive on PostgreSQL, which an organisation runs.</summary>
public sealed class PostgresArchiveContext(DbContextOptions<PostgresArchiveContext> options) : ArchiveContext(options)
{
    /// <summary>On this channel every commit tells the number of the edition it makes.</summary>
    public const string EditionChannel = "archive_edition";

    // Numbers of our own: who changes the archive, who its schema, and who the accounts.
    private const long WriteLock = 0x41_72_63_68_69_76_65_01;

    private const long MigrationLock = 0x41_72_63_68_69_76_65_02;

    private const long AccountLock = 0x41_72_63_68_69_76_65_03;

    // Shorter than a command may take, or that limit would be met first and say less.
    private const string LockPatience = "20s";

    public override bool TakesSamplesUnasked => false;

    public override bool MigratesOnStart => false;

    public override async Task<IReadOnlyList<string>> PendingMigrationsAsync(CancellationToken cancellation = default)
    {
        try
        {
            // By itself EF Core takes a connection that is cut for a database that is not there.
            await Database.OpenConnectionAsync(cancellation);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            return [.. Database.GetMigrations()];
        }
        try
        {
            return await base.PendingMigrationsAsync(cancellation);
        }
        finally
        {
            await Database.CloseConnectionAsync();
        }
    }

    public override async Task MigrateAsync(CancellationToken cancellation = default)
    {
        var database = this.GetService<IRelationalDatabaseCreator>();
        if (!await database.ExistsAsync(cancellation))
        {
            await database.CreateAsync(cancellation);
        }
        // Even migrating nothing writes, and a write waits for the standby.
        if (await IsReadyAsync(cancellation))
        {
            return;
        }
        // A large archive's new index takes as long as it takes.
        Database.SetCommandTimeout(TimeSpan.FromDays(1));
        await Database.OpenConnectionAsync(cancellation);
        try
        {
            // Goes with the connection, so nobody waits for a migration that was killed.
            await Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigrationLock})", cancellation);
            await Database.MigrateAsync(cancellation);
            await Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({MigrationLock})", CancellationToken.None);
        }
        finally
        {
            await Database.CloseConnectionAsync();
        }
    }

    public override Task BulkInsertAsync<TRow>(IEnumerable<TRow> rows, CancellationToken cancellation = default) =>
        PostgresBulkRows.InsertAsync(this, rows, cancellation);

    public override Task BulkUpdateAsync<TRow>(IEnumerable<TRow> rows, CancellationToken cancellation = default) =>
        PostgresBulkRows.UpdateAsync(this, rows, cancellation);

    internal override async Task<IDbContextTransaction> BeginAloneAsync(CancellationToken cancellation)
    {
        var transaction = await Database.BeginTransactionAsync(cancellation);
        try
        {
            // A commit waits for the disk and for the synchronous standby, whatever a role or a database was set to.
            await Database.ExecuteSqlAsync(
                $"SELECT set_config('synchronous_commit', 'on', true) WHERE current_setting('synchronous_commit') NOT IN ('on', 'remote_apply')", cancellation);
            // A change finds its rows by their keys, and during an import the statistics lag behind what is there: without the last two the
            // planner reads whole tables for every file, and compiles what it thinks will take long.
            await Database.ExecuteSqlAsync(
                $"SELECT set_config('lock_timeout', {LockPatience}, true), set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)", cancellation);
            await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({WriteLock})", cancellation);
            return transaction;
        }
        catch (Exception e)
        {
            await transaction.DisposeAsync();
            if (e is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable })
            {
                throw new StoreBusyException("Another change keeps the archive; perhaps it waits for a standby that is down. The same again later is safe.", e);
            }
            throw;
        }
    }

    internal override async Task<IDbContextTransaction> BeginReadingAsync(CancellationToken cancellation)
    {
        // Opened once more than the transaction does, because who reads closes it once more: a page's own connection must stay open.
        await Database.OpenConnectionAsync(cancellation);
        return await Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
    }

    internal override Task AnnounceAsync(long edition, CancellationToken cancellation) =>
        Database.ExecuteSqlAsync($"SELECT pg_notify({EditionChannel}, {edition.ToString(CultureInfo.InvariantCulture)})", cancellation);

    internal override Task<CommitOutcome> CommitAloneAsync(IDbContextTransaction transaction) =>
        PostgresCommit.RunAsync((NpgsqlConnection)Database.GetDbConnection());

    // Held for a moment only: whoever has it waits for no standby.
    internal override async Task<IDbContextTransaction> BeginAloneWithAccountsAsync(CancellationToken cancellation)
    {
        var transaction = await Database.BeginTransactionAsync(cancellation);
        try
        {
            await Database.ExecuteSqlAsync($"SELECT set_config('lock_timeout', {LockPatience}, true)", cancellation);
            await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AccountLock})", cancellation);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    // For this connection, until it goes back to the pool.
    internal override Task CommitHereAsync(CancellationToken cancellation) =>
        Database.ExecuteSqlAsync($"SELECT set_config('synchronous_commit', 'local', false)", cancellation);

    internal override async Task<CommitOutcome> ConfirmAloneAsync(CancellationToken cancellation)
    {
        await using var transaction = await Database.BeginTransactionAsync(cancellation);
        // Something to commit: the write-ahead log is one, so when this has reached the standby, everything before it has.
        await Database.ExecuteSqlAsync($"SELECT pg_logical_emit_message(true, 'archive', 'confirm')", cancellation);
        return await CommitAloneAsync(transaction);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // Text is ordered as SQLite orders it, by its bytes: the same lists on both, whatever language the server speaks.
        configurationBuilder.Properties<string>().UseCollation("C");
    }
}
