using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Store.Sqlite;

/// <summary>Registers the embedded store: one file, read and written by the same context.</summary>
internal static class SqliteStore
{
    public const string DefaultConnection = "Data Source=data/archive.db";

    /// <exception cref="StoreSettingException">The connection string cannot be used.</exception>
    public static void Add(IServiceCollection services, StoreSettings settings)
    {
        var connection = ConnectionString(settings);
        services.AddPooledDbContextFactory<SqliteArchiveContext>((provided, options) => options
            // One parameter for a list however long it is: the text of a question, and so its plan, never depends on how much is asked.
            .UseSqlite(connection, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            .AddInterceptors(new SqlitePragmas(), new CleanParameters())
            .AddInterceptors(provided.GetServices<IInterceptor>()));
        services.AddSingleton<EditionFeed>(_ => new SqliteEditionFeed(connection));
        services.AddSingleton<StoreFaults, SqliteFaults>();
        services.AddSingleton<IDbContextFactory<ArchiveContext>, ContextFactory<SqliteArchiveContext>>();
        services.AddScoped<ArchiveContext>(provided => provided.GetRequiredService<IDbContextFactory<SqliteArchiveContext>>().CreateDbContext());
    }

    private static string ConnectionString(StoreSettings settings)
    {
        try
        {
            var connection = new SqliteConnectionStringBuilder(settings.Connection ?? DefaultConnection) { ForeignKeys = true };
            if (connection.DataSource.Length == 0)
            {
                throw new StoreSettingException(StoreRegistration.ConnectionKey, "names no file (Data Source=…).");
            }
            if (settings.ReadOnly)
            {
                connection.Mode = SqliteOpenMode.ReadOnly;
            }
            if (connection.Mode != SqliteOpenMode.Memory && connection.DataSource != ":memory:")
            {
                connection.DataSource = Path.GetFullPath(connection.DataSource, Path.GetFullPath(settings.ContentRoot));
            }
            return connection.ToString();
        }
        catch (ArgumentException e)
        {
            throw new StoreSettingException(StoreRegistration.ConnectionKey, e.Message);
        }
    }
}
