using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Archive.Store;

/// <summary>One column of rows that are written in bulk, as the model describes it.</summary>
internal sealed class BulkColumn(IProperty property)
{
    private readonly IClrPropertyGetter getter = property.GetGetter();

    private readonly Func<object?, object?>? convert = property.GetTypeMapping().Converter?.ConvertToProvider;

    public string Name { get; } = Quoted(property.GetColumnName());

    /// <summary>Without a length: "character varying(20)" is "character varying".</summary>
    public string Type { get; } = property.GetColumnType().Split('(')[0];

    public bool IsKey { get; } = property.IsPrimaryKey();

    /// <summary>The database gives its values unless we do.</summary>
    public bool IsGenerated { get; } = property.IsPrimaryKey() && property.ValueGenerated == ValueGenerated.OnAdd;

    /// <returns>The table that rows of a type go to, and its columns.</returns>
    public static (string Table, BulkColumn[] Columns) Of<TRow>(DbContext context)
    {
        if (context.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Rows are written in bulk inside a transaction; begin one first.");
        }
        var entity = context.Model.FindEntityType(typeof(TRow))
            ?? throw new InvalidOperationException($"{typeof(TRow).Name} is not in the model.");
        return (Quoted(entity.GetTableName()!), entity.GetProperties().Select(one => new BulkColumn(one)).ToArray());
    }

    /// <summary>What the database is given; text as every database can keep it.</summary>
    public object? ValueOf(object row)
    {
        var value = getter.GetClrValue(row);
        var stored = value is null || convert is null ? value : convert(value);
        return stored is string text ? StoredText.Clean(text) : stored;
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
