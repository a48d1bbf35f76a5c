using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Archive.Store.Sqlite;

/// <summary>Many rows through one prepared statement, table, columns and conversions read from the model.</summary>
internal static class SqliteBulkInsert
{
    public static void Write<TRow>(DbContext context, IEnumerable<TRow> rows, CancellationToken cancellation)
        where TRow : class
    {
        var transaction = context.Database.CurrentTransaction
            ?? throw new InvalidOperationException("Bulk insert writes inside a transaction; begin one first.");
        var entity = context.Model.FindEntityType(typeof(TRow))
            ?? throw new InvalidOperationException($"{typeof(TRow).Name} is not in the model.");
        var columns = entity.GetProperties().Select(property => new Column(property)).ToArray();

        var connection = (SqliteConnection)context.Database.GetDbConnection();
        using var insert = connection.CreateCommand();
        insert.Transaction = (SqliteTransaction)transaction.GetDbTransaction();
        insert.CommandText = InsertInto(entity, columns);
        var parameters = columns.Select((_, i) => insert.Parameters.Add(new SqliteParameter { ParameterName = $"@{i}" })).ToArray();
        insert.Prepare();
        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var i = 0; i < columns.Length; i++)
            {
                parameters[i].Value = columns[i].ValueOf(row);
            }
            insert.ExecuteNonQuery();
        }
    }

    private static string InsertInto(IEntityType entity, Column[] columns)
    {
        var table = entity.GetTableName()!;
        var names = string.Join(", ", columns.Select(column => Quoted(column.Name)));
        return $"INSERT INTO {Quoted(table)} ({names}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@{i}"))})";
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private sealed class Column(IProperty property)
    {
        private readonly Func<object?, object?>? convert = property.GetTypeMapping().Converter?.ConvertToProvider;

        public string Name { get; } = property.GetColumnName();

        public object ValueOf(object row)
        {
            var value = property.GetGetter().GetClrValue(row);
            if (value is null)
            {
                return DBNull.Value;
            }
            value = convert is null ? value : convert(value);
            return value is string text ? StoredText.Clean(text) : value ?? DBNull.Value;
        }
    }
}
