using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Sqlite;

/// <summary>The archive in one embedded file.</summary>
public sealed class SqliteArchiveContext(DbContextOptions<SqliteArchiveContext> options) : ArchiveContext(options);
