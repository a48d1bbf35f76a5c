using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Archive.Store.Sqlite;

/// <summary>Many rows through one prepared statement, table, columns and conversions read from the model.</summary>
internal static class SqliteBulkRows
{
    public static void Insert<TRow>(DbContext context, IEnumerable<TRow> rows, CancellationToken cancellation)
        where TRow : class =>
        Write(context, rows, InsertInto, cancellation);

    public static void Update<TRow>(DbContext context, IEnumerable<TRow> rows, CancellationToken cancellation)
        where TRow : class =>
        Write(context, rows, UpdateOf, cancellation);

    private static void Write<TRow>(DbContext context, IEnumerable<TRow> rows, Func<string, BulkColumn[], string> sql, CancellationToken cancellation)
    {
        using var row = rows.GetEnumerator();
        if (!row.MoveNext())
        {
            return;
        }
        var (table, columns) = BulkColumn.Of<TRow>(context);

        // Below the provider: for a row of ten columns its command costs more than SQLite's own work.
        var connection = ((SqliteConnection)context.Database.GetDbConnection()).Handle!;
        Check(raw.sqlite3_prepare_v2(connection, sql(table, columns), out var statement), connection);
        using (statement)
        {
            do
            {
                cancellation.ThrowIfCancellationRequested();
                for (var i = 0; i < columns.Length; i++)
                {
                    Check(Bind(statement, i + 1, columns[i].ValueOf(row.Current!)), connection);
                }
                Check(raw.sqlite3_step(statement), connection);
                Check(raw.sqlite3_reset(statement), connection);
            }
            while (row.MoveNext());
        }
    }

    // As the provider writes these types, so that what is written in bulk reads as what is written one by one.
    private static int Bind(sqlite3_stmt statement, int index, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, index),
        string text => raw.sqlite3_bind_text(statement, index, text),
        long number => raw.sqlite3_bind_int64(statement, index, number),
        int number => raw.sqlite3_bind_int64(statement, index, number),
        bool flag => raw.sqlite3_bind_int64(statement, index, flag ? 1 : 0),
        DateOnly day => raw.sqlite3_bind_text(statement, index, day.ToString(@"yyyy\-MM\-dd", CultureInfo.InvariantCulture)),
        DateTime time => raw.sqlite3_bind_text(statement, index, time.ToString(@"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        byte[] bytes => raw.sqlite3_bind_blob(statement, index, bytes),
        _ => throw new NotSupportedException($"No column has held a {value.GetType().Name} so far; say here how SQLite keeps it."),
    };

    private static void Check(int result, sqlite3 connection)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_DONE))
        {
            SqliteException.ThrowExceptionForRC(result, connection);
        }
    }

    private static string InsertInto(string table, BulkColumn[] columns) =>
        $"INSERT INTO {table} ({string.Join(", ", columns.Select(column => column.Name))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"?{i + 1}"))})";

    private static string UpdateOf(string table, BulkColumn[] columns)
    {
        var all = columns.Select((column, i) => (column.IsKey, Is: $"{column.Name} = ?{i + 1}")).ToLookup(part => part.IsKey, part => part.Is);
        return $"UPDATE {table} SET {string.Join(", ", all[false])} WHERE {string.Join(" AND ", all[true])}";
    }
}
