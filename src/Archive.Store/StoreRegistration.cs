using Archive.Store.Postgres;
using Archive.Store.Repeats;
using Archive.Store.Search;
using Archive.Store.Search.Asking;
using Archive.Store.Sqlite;
using Archive.Store.Worklists;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Archive.Store;

/// <summary>The only file that names a database provider.</summary>
public static class StoreRegistration
{
    public const string Section = "Store";

    public const string ProviderKey = "Store:Provider";

    /// <summary>True on a node that only shows the archive: its store is opened for reading alone.</summary>
    public const string ReadOnlyKey = "Store:ReadOnly";

    public const string ConnectionKey = "ConnectionStrings:Archive";

    /// <summary>PostgreSQL only, optional: where pages are read from, several hosts, a standby before the primary.</summary>
    public const string ReadersKey = "ConnectionStrings:ArchiveReaders";

    /// <summary>PostgreSQL only, optional: a file that holds the password for both connections, so that no setting does.</summary>
    public const string PasswordFileKey = "ConnectionStrings:ArchivePasswordFile";

    /// <summary>
    /// Registers <see cref="ArchiveContext"/> (one a request, for reading: perhaps from a standby, a moment behind) and a factory of it
    /// (the primary: for writing, and for whoever must read what was just written). Interceptors registered as services take part.
    /// </summary>
    /// <param name="contentRoot">The folder from which a relative path in the connection string counts.</param>
    /// <exception cref="StoreSettingException">A setting cannot be used; the message names its key.</exception>
    public static IServiceCollection AddArchiveStore(this IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        Add(services, StoreSettings.Read(configuration, contentRoot));
        services.TryAddSingleton(_ => Thesaurus.Default);
        services.AddSingleton<CurrentThesaurus>();
        services.AddSingleton<SearchMemory>();
        services.AddScoped<HeadlineSearch>();
        services.AddScoped<TopicSpellings>();
        services.AddScoped<RepeatCheck>();
        services.AddWorklists();
        return services;
    }

    /// <summary>Opens a store that is named in one word, beside the one that is set: "sqlite:data/archive.db", "postgres:Host=…;Database=…".</summary>
    /// <param name="passwordFile">Of a file with the password; null where none is needed or the word has it.</param>
    /// <exception cref="StoreSettingException">It is no store; the message begins with <paramref name="option"/>.</exception>
    public static ServiceProvider OpenArchiveStore(string option, string store, string? passwordFile, string contentRoot)
    {
        var (provider, connection) = store.Split(':', 2) switch
        {
            [var name, { Length: > 0 } file] when name.Equals("sqlite", StringComparison.OrdinalIgnoreCase) => ("Sqlite", $"Data Source=\"{file}\""),
            [var name, { Length: > 0 } words] when name.Equals("postgres", StringComparison.OrdinalIgnoreCase) => ("Postgres", words),
            _ => throw new StoreSettingException(option, $"'{store.Split(':')[0]}' is no store; write sqlite:FILE or postgres:Host=…;Database=…;Username=…"),
        };
        var services = new ServiceCollection();
        try
        {
            Add(services, new(provider, connection, Readers: null, passwordFile, ReadOnly: false, contentRoot));
            return services.BuildServiceProvider();
        }
        catch (StoreSettingException e) when (e.Key == ConnectionKey)
        {
            throw new StoreSettingException(option, e.Message[(ConnectionKey.Length + 2)..]);
        }
    }

    private static void Add(IServiceCollection services, StoreSettings settings)
    {
        switch (settings.Provider.ToUpperInvariant())
        {
            case "SQLITE":
                SqliteStore.Add(services, settings);
                break;
            case "POSTGRES":
                PostgresStore.Add(services, settings);
                break;
            default:
                throw new StoreSettingException(ProviderKey, $"'{settings.Provider}' is not a store that this version knows; use Sqlite or Postgres.");
        }
    }
}

/// <summary>A page asks for the abstract context; which subclass it is stays with the provider.</summary>
internal sealed class ContextFactory<TContext>(IDbContextFactory<TContext> inner) : IDbContextFactory<ArchiveContext>
    where TContext : ArchiveContext
{
    public ArchiveContext CreateDbContext() => inner.CreateDbContext();
}

/// <summary>A setting of the store cannot be used.</summary>
public sealed class StoreSettingException(string key, string why) : Exception($"{key}: {why}")
{
    public string Key { get; } = key;
}
