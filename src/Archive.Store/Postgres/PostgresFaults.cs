using System.Data.Common;
using Npgsql;

namespace Archive.Store.Postgres;

/// <summary>Which of PostgreSQL's errors come from the server, its disk and the way to it.</summary>
internal sealed class PostgresFaults : StoreFaults
{
    // Connection, sign-in, no such database, rolled back under load, no room, not now, stopping or taking too long, disk, damaged.
    private static readonly string[] Classes = ["08", "28", "3D", "40", "53", "55", "57", "58", "XX"];

    protected override bool IsOfTheStore(DbException fault) => fault switch
    {
        // 25006: a server that only reads, where one that writes was meant.
        PostgresException refused => refused.SqlState == PostgresErrorCodes.ReadOnlySqlTransaction
            || Array.Exists(Classes, start => refused.SqlState.StartsWith(start, StringComparison.Ordinal)),
        // No answer at all: nobody there, a broken connection, no free one in time.
        NpgsqlException => true,
        _ => false,
    };
}
