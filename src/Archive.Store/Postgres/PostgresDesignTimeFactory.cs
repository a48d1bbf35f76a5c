using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Archive.Store.Postgres;

/// <summary>For <c>dotnet ef migrations add</c>, which runs no program to ask.</summary>
internal sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresArchiveContext>
{
    public PostgresArchiveContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresArchiveContext>().UseNpgsql("Host=design").Options);
}
