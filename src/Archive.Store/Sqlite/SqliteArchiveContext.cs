using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Archive.Store.Sqlite;

/// <summary>The archive in one embedded file.</summary>
public sealed class SqliteArchiveContext(DbContextOptions<SqliteArchiveContext> options) : ArchiveContext(options)
{
    public override bool TakesSamplesUnasked => true;

    public override bool MigratesOnStart => true;

    public override string? Folder => Path.GetDirectoryName(FilePath());

    public override async Task MigrateAsync(CancellationToken cancellation = default)
    {
        var file = FilePath();
        if (file is not null && Path.GetDirectoryName(file) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }
        using var alone = await SqliteMigrationLock.TakeAsync(file, cancellation);
        await SqliteMigrationLock.ClearStaleAsync(this, cancellation);
        // Remembered in the file: readers read on while an import writes.
        await Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellation);
        await Database.MigrateAsync(cancellation);
    }

    public override async Task<IReadOnlyList<string>> PendingMigrationsAsync(CancellationToken cancellation = default) =>
        FilePath() is { } file && !File.Exists(file) ? [.. Database.GetMigrations()] : await base.PendingMigrationsAsync(cancellation);

    // SQLite has no IF in its language: the script is for this store as it stands.
    public override async Task<string> MigrationScriptAsync(CancellationToken cancellation = default)
    {
        var pending = await PendingMigrationsAsync(cancellation);
        var applied = Database.GetMigrations().Except(pending).LastOrDefault();
        return this.GetService<IMigrator>().GenerateScript(fromMigration: applied);
    }

    public override Task BulkInsertAsync<TRow>(IEnumerable<TRow> rows, CancellationToken cancellation = default)
    {
        SqliteBulkRows.Insert(this, rows, cancellation);
        return Task.CompletedTask;
    }

    public override Task BulkUpdateAsync<TRow>(IEnumerable<TRow> rows, CancellationToken cancellation = default)
    {
        SqliteBulkRows.Update(this, rows, cancellation);
        return Task.CompletedTask;
    }

    // BEGIN IMMEDIATE: SQLite lets one write at a time, and says so at the beginning.
    internal override Task<IDbContextTransaction> BeginAloneAsync(CancellationToken cancellation) => Database.BeginTransactionAsync(cancellation);

    internal override async Task<IDbContextTransaction> BeginReadingAsync(CancellationToken cancellation)
    {
        await Database.OpenConnectionAsync(cancellation);
        var transaction = ((SqliteConnection)Database.GetDbConnection()).BeginTransaction(deferred: true);
        return (await Database.UseTransactionAsync(transaction, cancellation))!;
    }

    internal override async Task<CommitOutcome> CommitAloneAsync(IDbContextTransaction transaction)
    {
        await transaction.CommitAsync();
        return CommitOutcome.Confirmed;
    }

    // Other processes on this machine look at the row.
    internal override Task AnnounceAsync(long edition, CancellationToken cancellation) => Task.CompletedTask;

    internal override Task<IDbContextTransaction> BeginAloneWithAccountsAsync(CancellationToken cancellation) => BeginAloneAsync(cancellation);

    internal override Task CommitHereAsync(CancellationToken cancellation) => Task.CompletedTask;

    // What can be read has been synced to the disk.
    internal override Task<CommitOutcome> ConfirmAloneAsync(CancellationToken cancellation) => Task.FromResult(CommitOutcome.Confirmed);

    // Null for a store in memory, which no other process can see.
    private string? FilePath()
    {
        var connection = new SqliteConnectionStringBuilder(Database.GetConnectionString());
        return connection.Mode == SqliteOpenMode.Memory || connection.DataSource is "" or ":memory:" ? null : Path.GetFullPath(connection.DataSource);
    }
}
