using Archive.Store;
using Microsoft.EntityFrameworkCore;

namespace Archive.Benchmarks;

/// <summary>A table that an import fills, and its columns, as SQL writes them.</summary>
internal sealed record BareTable(string Name, IReadOnlyList<string> Columns)
{
    public string ColumnList => string.Join(", ", Columns);

    /// <summary>All of them, each after those that it refers to.</summary>
    public static IReadOnlyList<BareTable> Of(ArchiveContext archive)
    {
        // The edition counts changes: a store has its one row before anything is imported.
        var left = archive.Model.GetEntityTypes().Where(entity => entity.ClrType != typeof(Edition) && entity.ClrType != typeof(ProtectionKey)).ToList();
        List<BareTable> tables = [];
        while (left.Count > 0)
        {
            var next = left.First(entity => entity.GetForeignKeys().All(key => key.PrincipalEntityType == entity || !left.Contains(key.PrincipalEntityType)));
            left.Remove(next);
            tables.Add(new($"\"{next.GetTableName()}\"",
                [.. next.GetProperties().Select(one => $"\"{one.GetColumnName()}\"")]));
        }
        return tables;
    }
}
