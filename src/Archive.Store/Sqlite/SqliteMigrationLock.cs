using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Sqlite;

/// <summary>
/// EF Core guards a SQLite migration by a row in a table, which a killed process leaves behind: every later start would then wait for
/// ever. So the guard here is a lock that the operating system takes back when its holder dies, on a file beside the store; whoever holds
/// it knows that nobody else is migrating, and may clear the row.
/// </summary>
internal static class SqliteMigrationLock
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(100);

    /// <returns>The lock, to be disposed after migrating; null for a store in memory.</returns>
    /// <exception cref="TimeoutException">Somebody else has been migrating for five minutes.</exception>
    public static async Task<IDisposable?> TakeAsync(string? storeFile, CancellationToken cancellation)
    {
        if (storeFile is null)
        {
            return null;
        }
        var lockFile = storeFile + ".migrating";
        var giveUp = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (true)
        {
            try
            {
                // The file stays: deleting it would let two processes lock two files of one name.
                return new FileStream(lockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (File.Exists(lockFile))
            {
                if (Environment.TickCount64 > giveUp)
                {
                    throw new TimeoutException($"Another process is still upgrading the store ({lockFile} is locked).", e);
                }
                await Task.Delay(BetweenTries, cancellation);
            }
        }
    }

    public static async Task ClearStaleAsync(DbContext context, CancellationToken cancellation)
    {
        await context.Database.OpenConnectionAsync(cancellation);
        try
        {
            var tables = await context.Database
                .SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'")
                .SingleAsync(cancellation);
            if (tables > 0)
            {
                await context.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", cancellation);
            }
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }
}
