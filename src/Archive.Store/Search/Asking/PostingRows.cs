using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Archive.Store.Search.Asking;

/// <summary>
/// Reads rows of the index straight from the database's reader: a search reads up to some thousands of them, and making an object of each
/// would cost more than finding them.
/// </summary>
internal static class PostingRows
{
    /// <param name="rows">A question whose columns are known by the order in which they are selected.</param>
    /// <param name="take">Called with the reader on each row.</param>
    public static async Task ReadAsync(this ArchiveContext archive, IQueryable rows, Action<DbDataReader> take, CancellationToken cancellation)
    {
        await using var command = rows.CreateDbCommand();
        CleanParameters.Clean(command);
        command.Transaction = archive.Database.CurrentTransaction?.GetDbTransaction();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            take(reader);
        }
    }
}
