using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Archive.Store.Sqlite;

/// <summary>Says on every opened connection what SQLite does not remember in the file.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    // FULL: a publish that was acknowledged is still there after the power fails.
    // wal_autocheckpoint: in pages of 4 kB. An import changes the same pages again with every file; SQLite's own 1,000 would copy them every time.
    private const string Pragmas = "PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA wal_autocheckpoint = 8192;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
