using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Archive.Benchmarks;

/// <summary>The least that SQLite needs: one prepared statement a table, bound and stepped below the provider, all in one transaction.</summary>
internal static class BareInsert
{
    // Read into memory before they are written, so that only writing is timed.
    private const int AtOnce = 50_000;

    /// <returns>How long the writing took; getting the rows is not counted.</returns>
    public static async Task<(TimeSpan Time, TimeSpan Processor, long Rows)> RunAsync(MeasuredStore from, MeasuredStore to, IReadOnlyList<BareTable> tables)
    {
        // Opened as the archive opens it: the pragmas are the same.
        await using var archive = to.Factory.CreateDbContext();
        await archive.Database.OpenConnectionAsync();
        await using var source = new SqliteConnection(from.ConnectionString + ";Pooling=False");
        source.Open();
        var target = ((SqliteConnection)archive.Database.GetDbConnection()).Handle!;
        var (watch, processor, rows) = (new Stopwatch(), TimeSpan.Zero, 0L);

        Timed(() => Check(raw.sqlite3_exec(target, "BEGIN IMMEDIATE")));
        foreach (var table in tables)
        {
            using var command = new SqliteCommand($"SELECT {table.ColumnList} FROM {table.Name} ORDER BY rowid", source);
            using var reader = command.ExecuteReader();
            foreach (var some in Rows(reader).Chunk(AtOnce))
            {
                rows += some.Length;
                Timed(() => Insert(target, table, some));
            }
        }
        Timed(() => Check(raw.sqlite3_exec(target, "COMMIT")));
        return (watch.Elapsed, processor, rows);

        void Timed(Action action)
        {
            var before = Environment.CpuUsage.TotalTime;
            watch.Start();
            action();
            watch.Stop();
            processor += Environment.CpuUsage.TotalTime - before;
        }
    }

    private static IEnumerable<object[]> Rows(SqliteDataReader reader)
    {
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            yield return row;
        }
    }

    private static void Insert(sqlite3 target, BareTable table, object[][] rows)
    {
        var sql = $"INSERT INTO {table.Name} ({table.ColumnList}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"?{i + 1}"))})";
        Check(raw.sqlite3_prepare_v2(target, sql, out var statement));
        using (statement)
        {
            foreach (var row in rows)
            {
                for (var i = 0; i < row.Length; i++)
                {
                    Check(row[i] switch
                    {
                        string text => raw.sqlite3_bind_text(statement, i + 1, text),
                        long number => raw.sqlite3_bind_int64(statement, i + 1, number),
                        byte[] bytes => raw.sqlite3_bind_blob(statement, i + 1, bytes),
                        _ => raw.sqlite3_bind_null(statement, i + 1),
                    });
                }
                Check(raw.sqlite3_step(statement));
                Check(raw.sqlite3_reset(statement));
            }
        }
    }

    private static void Check(int result)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_DONE))
        {
            throw new InvalidOperationException($"SQLite answered {result}.");
        }
    }
}
