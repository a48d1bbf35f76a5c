using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Archive.Store.Postgres;

/// <summary>
/// Many rows through COPY in its binary form. New rows go straight into their table: their ids are free, because whoever writes them
/// holds the archive alone. Rows that are there already go into a staging table and are merged from it by one statement.
/// </summary>
internal static class PostgresBulkRows
{
    private const string Staging = "\"Staging\"";

    public static async Task InsertAsync<TRow>(DbContext context, IEnumerable<TRow> rows, CancellationToken cancellation)
        where TRow : class
    {
        var (table, columns) = BulkColumn.Of<TRow>(context);
        var connection = (NpgsqlConnection)context.Database.GetDbConnection();
        if (!await CopyAsync(connection, table, columns, rows, cancellation) || columns.SingleOrDefault(column => column.IsGenerated) is not { } id)
        {
            return;
        }
        // Whoever inserts a row without an id after us must get a free one.
        await RunAsync(connection, $"SELECT setval(pg_get_serial_sequence('{table}', '{id.Name.Trim('"')}'), (SELECT MAX({id.Name}) FROM {table}))", cancellation);
    }

    public static async Task UpdateAsync<TRow>(DbContext context, IEnumerable<TRow> rows, CancellationToken cancellation)
        where TRow : class
    {
        var (table, columns) = BulkColumn.Of<TRow>(context);
        var all = rows as IReadOnlyCollection<TRow> ?? [.. rows];
        if (all.Count == 0)
        {
            return;
        }
        var connection = (NpgsqlConnection)context.Database.GetDbConnection();
        await RunAsync(connection, $"CREATE TEMPORARY TABLE {Staging} (LIKE {table}) ON COMMIT DROP", cancellation);
        await CopyAsync(connection, Staging, columns, all, cancellation);
        var (keys, values) = (columns.Where(column => column.IsKey), columns.Where(column => !column.IsKey));
        await RunAsync(
            connection,
            $"""
            UPDATE {table} SET {string.Join(", ", values.Select(column => $"{column.Name} = {Staging}.{column.Name}"))}
            FROM {Staging} WHERE {string.Join(" AND ", keys.Select(column => $"{table}.{column.Name} = {Staging}.{column.Name}"))}
            """,
            cancellation);
        await RunAsync(connection, $"DROP TABLE {Staging}", cancellation);
    }

    /// <returns>False where there was no row.</returns>
    private static async Task<bool> CopyAsync<TRow>(NpgsqlConnection connection, string table, BulkColumn[] columns, IEnumerable<TRow> rows, CancellationToken cancellation)
        where TRow : class
    {
        using var row = rows.GetEnumerator();
        if (!row.MoveNext())
        {
            return false;
        }
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY {table} ({string.Join(", ", columns.Select(column => column.Name))}) FROM STDIN (FORMAT BINARY)", cancellation);
        do
        {
            await copy.StartRowAsync(cancellation);
            foreach (var column in columns)
            {
                if (column.ValueOf(row.Current) is { } value)
                {
                    await copy.WriteAsync(value, column.Type, cancellation);
                }
                else
                {
                    await copy.WriteNullAsync(cancellation);
                }
            }
        }
        while (row.MoveNext());
        await copy.CompleteAsync(cancellation);
        return true;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
