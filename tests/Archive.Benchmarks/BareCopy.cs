using System.Diagnostics;
using Npgsql;

namespace Archive.Benchmarks;

/// <summary>The least that PostgreSQL needs: the bytes of its own COPY, handed back to it table by table in one transaction.</summary>
internal static class BareCopy
{
    /// <returns>How long the writing took; getting the rows is not counted.</returns>
    public static async Task<(TimeSpan Time, double? Processor, long Rows)> RunAsync(MeasuredStore from, MeasuredStore to, IReadOnlyList<BareTable> tables)
    {
        using var folder = new ScratchFolder();
        var rows = 0L;
        await using (var source = await OpenAsync(from))
        {
            foreach (var table in tables)
            {
                await using var read = await source.BeginRawBinaryCopyAsync($"COPY {table.Name} ({table.ColumnList}) TO STDOUT (FORMAT BINARY)");
                await using var file = File.Create(Path.Combine(folder.Path, table.Name));
                await read.CopyToAsync(file);
            }
            foreach (var table in tables)
            {
                rows += (long)(await new NpgsqlCommand($"SELECT COUNT(*) FROM {table.Name}", source).ExecuteScalarAsync())!;
            }
        }

        await using var target = await OpenAsync(to);
        var (server, client) = (await ServerProcessor.SecondsAsync(to), Environment.CpuUsage.TotalTime);
        var watch = Stopwatch.StartNew();
        await using var transaction = await target.BeginTransactionAsync();
        foreach (var table in tables)
        {
            await using var file = File.OpenRead(Path.Combine(folder.Path, table.Name));
            await using var write = await target.BeginRawBinaryCopyAsync($"COPY {table.Name} ({table.ColumnList}) FROM STDIN (FORMAT BINARY)");
            await file.CopyToAsync(write);
        }
        await transaction.CommitAsync();
        watch.Stop();
        return (watch.Elapsed, await ServerProcessor.SecondsAsync(to) - server + (Environment.CpuUsage.TotalTime - client).TotalSeconds, rows);
    }

    private static async Task<NpgsqlConnection> OpenAsync(MeasuredStore store)
    {
        var connection = new NpgsqlConnection(store.ConnectionString + ";Pooling=false;Command Timeout=0");
        await connection.OpenAsync();
        return connection;
    }
}
