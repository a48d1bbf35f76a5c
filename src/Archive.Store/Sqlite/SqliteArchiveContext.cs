using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Sqlite;

/// <summary>The archive in one embedded file.</summary>
public sealed class SqliteArchiveContext(DbContextOptions<SqliteArchiveContext> options) : ArchiveContext(options)
{
    public override bool TakesSamplesUnasked => true;

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

    public override async Task<bool> IsReadyAsync(CancellationToken cancellation = default) =>
        (FilePath() is not { } file || File.Exists(file)) && !(await Database.GetPendingMigrationsAsync(cancellation)).Any();

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

    public override async Task<long> NextIdAsync<TRow>(CancellationToken cancellation = default) =>
        (await Set<TRow>().MaxAsync(row => (long?)EF.Property<long>(row, "Id"), cancellation) ?? 0) + 1;

    // Null for a store in memory, which no other process can see.
    private string? FilePath()
    {
        var connection = new SqliteConnectionStringBuilder(Database.GetConnectionString());
        return connection.Mode == SqliteOpenMode.Memory || connection.DataSource is "" or ":memory:" ? null : Path.GetFullPath(connection.DataSource);
    }
}
