using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

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

    private static void Write<TRow>(DbContext context, IEnumerable<TRow> rows, Func<string, Column[], string> sql, CancellationToken cancellation)
    {
        using var row = rows.GetEnumerator();
        if (!row.MoveNext())
        {
            return;
        }
        var transaction = context.Database.CurrentTransaction
            ?? throw new InvalidOperationException("Rows are written in bulk inside a transaction; begin one first.");
        var entity = context.Model.FindEntityType(typeof(TRow))
            ?? throw new InvalidOperationException($"{typeof(TRow).Name} is not in the model.");
        var columns = entity.GetProperties().Select(property => new Column(property)).ToArray();

        using var command = ((SqliteConnection)context.Database.GetDbConnection()).CreateCommand();
        command.Transaction = (SqliteTransaction)transaction.GetDbTransaction();
        command.CommandText = sql(Quoted(entity.GetTableName()!), columns);
        var parameters = columns.Select((_, i) => command.Parameters.Add(new SqliteParameter { ParameterName = $"@{i}" })).ToArray();
        command.Prepare();
        do
        {
            cancellation.ThrowIfCancellationRequested();
            for (var i = 0; i < columns.Length; i++)
            {
                parameters[i].Value = columns[i].ValueOf(row.Current!);
            }
            command.ExecuteNonQuery();
        }
        while (row.MoveNext());
    }

    private static string InsertInto(string table, Column[] columns) =>
        $"INSERT INTO {table} ({string.Join(", ", columns.Select(column => column.Name))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@{i}"))})";

    private static string UpdateOf(string table, Column[] columns)
    {
        var all = columns.Select((column, i) => (column.IsKey, Is: $"{column.Name} = @{i}")).ToLookup(part => part.IsKey, part => part.Is);
        return $"UPDATE {table} SET {string.Join(", ", all[false])} WHERE {string.Join(" AND ", all[true])}";
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private sealed class Column(IProperty property)
    {
        private readonly IClrPropertyGetter getter = property.GetGetter();

        private readonly Func<object?, object?>? convert = property.GetTypeMapping().Converter?.ConvertToProvider;

        public string Name { get; } = Quoted(property.GetColumnName());

        public bool IsKey { get; } = property.IsPrimaryKey();

        public object ValueOf(object row)
        {
            var value = getter.GetClrValue(row);
            value = value is null || convert is null ? value : convert(value);
            return value is string text ? StoredText.Clean(text) : value ?? DBNull.Value;
        }
    }
}
