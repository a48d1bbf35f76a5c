using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Archive.Store.Sqlite;

/// <summary>Which of SQLite's errors come from the file, its disk and its locks.</summary>
internal sealed class SqliteFaults : StoreFaults
{
    protected override bool IsOfTheStore(DbException fault) => fault is SqliteException
    {
        SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_NOMEM or raw.SQLITE_READONLY or raw.SQLITE_IOERR or raw.SQLITE_CORRUPT
            or raw.SQLITE_FULL or raw.SQLITE_CANTOPEN or raw.SQLITE_PROTOCOL or raw.SQLITE_NOTADB or raw.SQLITE_PERM,
    };
}
