using Archive.Store.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Store;

/// <summary>The only file that names a database provider.</summary>
public static class StoreRegistration
{
    public const string ProviderKey = "Store:Provider";

    public const string ConnectionKey = "ConnectionStrings:Archive";

    public const string DefaultConnection = "Data Source=data/archive.db";

    /// <summary>
    /// Registers <see cref="ArchiveContext"/> (one a request) and a factory of it. Interceptors registered as services take part.
    /// </summary>
    /// <param name="contentRoot">The folder from which a relative path in the connection string counts.</param>
    /// <exception cref="StoreSettingException">A setting cannot be used; the message names its key.</exception>
    public static IServiceCollection AddArchiveStore(this IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        var provider = configuration[ProviderKey] ?? "Sqlite";
        if (!string.Equals(provider, "Sqlite", StringComparison.OrdinalIgnoreCase))
        {
            throw new StoreSettingException(ProviderKey, $"'{provider}' is not a store that this version knows; use Sqlite.");
        }
        var connection = SqliteConnectionString(configuration[ConnectionKey] ?? DefaultConnection, contentRoot);
        services.AddPooledDbContextFactory<SqliteArchiveContext>((provided, options) => options
            // One parameter for a list however long it is: the text of a question, and so its plan, never depends on how much is asked.
            .UseSqlite(connection, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            .AddInterceptors(new SqlitePragmas())
            .AddInterceptors(provided.GetServices<IInterceptor>()));
        services.AddSingleton<IDbContextFactory<ArchiveContext>, ContextFactory<SqliteArchiveContext>>();
        services.AddScoped<ArchiveContext>(provided => provided.GetRequiredService<IDbContextFactory<SqliteArchiveContext>>().CreateDbContext());
        return services;
    }

    private static string SqliteConnectionString(string setting, string contentRoot)
    {
        try
        {
            var connection = new SqliteConnectionStringBuilder(setting) { ForeignKeys = true };
            if (connection.DataSource.Length == 0)
            {
                throw new StoreSettingException(ConnectionKey, "names no file (Data Source=…).");
            }
            if (connection.Mode != SqliteOpenMode.Memory && connection.DataSource != ":memory:")
            {
                connection.DataSource = Path.GetFullPath(connection.DataSource, Path.GetFullPath(contentRoot));
            }
            return connection.ToString();
        }
        catch (ArgumentException e)
        {
            throw new StoreSettingException(ConnectionKey, e.Message);
        }
    }

    // A page asks for the abstract context; which subclass it is stays in this file.
    private sealed class ContextFactory<TContext>(IDbContextFactory<TContext> inner) : IDbContextFactory<ArchiveContext>
        where TContext : ArchiveContext
    {
        public ArchiveContext CreateDbContext() => inner.CreateDbContext();
    }
}

/// <summary>A setting of the store cannot be used.</summary>
public sealed class StoreSettingException(string key, string why) : Exception($"{key}: {why}")
{
    public string Key { get; } = key;
}
