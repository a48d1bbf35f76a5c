using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Archive.Store.Sqlite;

/// <summary>For <c>dotnet ef migrations add</c>, which runs no program to ask.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteArchiveContext>
{
    public SqliteArchiveContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteArchiveContext>().UseSqlite("Data Source=design.db").Options);
}
