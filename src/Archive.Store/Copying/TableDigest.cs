using System.Collections;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Archive.Store.Copying;

/// <summary>Reads a table in the order of its key, and counts and hashes what it reads: two tables with the same hash hold the same values, on any database.</summary>
internal sealed class TableDigest<TRow>(ArchiveContext archive) : IDisposable
    where TRow : class
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private readonly IEntityType table = archive.Model.FindEntityType(typeof(TRow))!;

    public long Rows { get; private set; }

    public string Hash => Convert.ToHexStringLower(hash.GetCurrentHash());

    /// <summary>The rows, one after the other: a table need not fit into memory.</summary>
    public IEnumerable<TRow> Of(ArchiveContext context)
    {
        var columns = table.GetProperties().Select(property => property.GetGetter()).ToArray();
        foreach (var row in InOrder(context.Set<TRow>().AsNoTracking()))
        {
            foreach (var column in columns)
            {
                var text = Text(column.GetClrValue(row));
                // The length keeps ("ab", "c") and ("a", "bc") apart.
                hash.AppendData(Encoding.UTF8.GetBytes(text is null ? "-;" : $"{text.Length}:{text};"));
            }
            Rows++;
            yield return row;
        }
    }

    public void Dispose() => hash.Dispose();

    private IQueryable<TRow> InOrder(IQueryable<TRow> rows)
    {
        var keys = table.FindPrimaryKey()!.Properties;
        var ordered = rows.OrderBy(row => EF.Property<object>(row, keys[0].Name));
        return keys.Skip(1).Aggregate(ordered, (sofar, key) => sofar.ThenBy(row => EF.Property<object>(row, key.Name)));
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        byte[] bytes => Convert.ToHexStringLower(bytes),
        DateTime moment => moment.Ticks.ToString(CultureInfo.InvariantCulture),
        IEnumerable list => string.Join(',', list.Cast<object>()),
        IFormattable one => one.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString(),
    };
}
