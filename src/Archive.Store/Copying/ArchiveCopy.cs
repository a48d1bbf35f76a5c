using System.Reflection;
using Archive.Store.History.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Archive.Store.Copying;

/// <summary>How far a copy has come: so many rows of a table.</summary>
public sealed record CopyProgress(string Table, long Rows, bool Done);

/// <summary>A table of a finished copy.</summary>
public sealed record CopiedTable(string Table, long Rows);

/// <summary>
/// Moves a whole archive into another store, of whatever database: every row of every table with its id, so that addresses, revisions
/// and pages are the same. All or nothing; what was written is read again and compared before it counts.
/// </summary>
public sealed class ArchiveCopy(IDbContextFactory<ArchiveContext> from, IDbContextFactory<ArchiveContext> to)
{
    private const int AtOnce = 5000;

    private static readonly MethodInfo OneTable = typeof(ArchiveCopy).GetMethod(nameof(CopyTableAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <returns>The tables, and whether the copy is known to be kept.</returns>
    /// <exception cref="ArchiveCopyException">There is nothing to copy from, or the other store is not empty; nothing was written.</exception>
    public async Task<(IReadOnlyList<CopiedTable> Tables, CommitOutcome Outcome)> RunAsync(
        IProgress<CopyProgress>? progress = null, CancellationToken cancellation = default)
    {
        await using var source = await from.CreateDbContextAsync(cancellation);
        await CheckSourceAsync(source, cancellation);
        await PrepareTargetAsync(cancellation);
        await using var seen = await source.BeginReadingAsync(cancellation);
        await using var write = await ArchiveWrite.BeginAsync(to, cancellation);
        List<CopiedTable> copied = [];
        foreach (var table in InOrder(source.Model))
        {
            var rows = await (Task<long>)OneTable.MakeGenericMethod(table.ClrType).Invoke(null, [source, write.Archive, table.GetTableName()!, progress, cancellation])!;
            copied.Add(new(table.GetTableName()!, rows));
        }
        return (copied, await write.CommitAsync(AuditEntry.OfCommand("copy")));
    }

    private static async Task CheckSourceAsync(ArchiveContext source, CancellationToken cancellation)
    {
        if (await source.PendingMigrationsAsync(cancellation) is { Count: > 0 } pending)
        {
            throw new ArchiveCopyException(pending.Count == source.Database.GetMigrations().Count()
                ? "there is no archive to copy from"
                : "the archive to copy from is of an older version; run archive migrate on it first");
        }
    }

    private async Task PrepareTargetAsync(CancellationToken cancellation)
    {
        await using var target = await to.CreateDbContextAsync(cancellation);
        var pending = await target.PendingMigrationsAsync(cancellation);
        if (pending.Count == target.Database.GetMigrations().Count())
        {
            await target.MigrateAsync(cancellation);
        }
        else if (pending.Count > 0)
        {
            throw new ArchiveCopyException("the store to copy to is of an older version; run archive migrate on it first");
        }
        if (await target.Posts.AnyAsync(cancellation) || await target.Sources.AnyAsync(cancellation))
        {
            throw new ArchiveCopyException($"the store to copy to holds {await target.Posts.CountAsync(cancellation)} posts already; a copy needs an empty one");
        }
        if (await target.Accounts.AnyAsync(cancellation))
        {
            throw new ArchiveCopyException("the store to copy to has accounts already, and those of the other archive would take their place; a copy needs an empty one");
        }
    }

    // Rows that others refer to come first.
    private static IEnumerable<IEntityType> InOrder(IModel model)
    {
        List<IEntityType> left = [.. model.GetEntityTypes().OrderBy(table => table.GetTableName(), StringComparer.Ordinal)];
        HashSet<IEntityType> done = [];
        while (left.Count > 0)
        {
            var next = left.Find(table => table.GetForeignKeys().All(key => key.PrincipalEntityType == table || done.Contains(key.PrincipalEntityType)))
                ?? throw new InvalidOperationException("The tables refer to each other in a circle.");
            left.Remove(next);
            done.Add(next);
            yield return next;
        }
    }

    private static async Task<long> CopyTableAsync<TRow>(
        ArchiveContext source, ArchiveContext target, string table, IProgress<CopyProgress>? progress, CancellationToken cancellation)
        where TRow : class
    {
        // A new store has its own row of the edition, and may have keys that a node made while it started.
        if (await target.Set<TRow>().AnyAsync(cancellation))
        {
            await target.Set<TRow>().ExecuteDeleteAsync(cancellation);
        }
        using var given = new TableDigest<TRow>(source);
        foreach (var rows in given.Of(source).Chunk(AtOnce))
        {
            await target.BulkInsertAsync(rows, cancellation);
            progress?.Report(new(table, given.Rows, false));
        }
        using var kept = new TableDigest<TRow>(target);
        foreach (var _ in kept.Of(target))
        {
            cancellation.ThrowIfCancellationRequested();
        }
        progress?.Report(new(table, given.Rows, true));
        return kept.Rows == given.Rows && kept.Hash == given.Hash
            ? given.Rows
            : throw new ArchiveCopyException($"table {table} does not read as it was written ({given.Rows} rows given, {kept.Rows} kept); nothing was copied");
    }
}

/// <summary>An archive cannot be copied; the message says why. Nothing was written.</summary>
public sealed class ArchiveCopyException(string message) : Exception(message);
