using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Archive.Store.Postgres;

/// <summary>Registers the store on PostgreSQL: the primary for writing, and the same servers in another order for reading.</summary>
internal static class PostgresStore
{
    /// <exception cref="StoreSettingException">A connection string cannot be used.</exception>
    public static void Add(IServiceCollection services, StoreSettings settings)
    {
        if (settings.Connection is null)
        {
            throw new StoreSettingException(StoreRegistration.ConnectionKey, "is missing; write it as Host=…;Database=…;Username=….");
        }
        var (writing, reading) = (PostgresConnections.Writing(settings), PostgresConnections.Reading(settings));
        services.AddSingleton<EditionFeed>(provided => new PostgresEditionFeed(writing, provided.GetRequiredService<IServiceScopeFactory>()));
        services.AddSingleton<StoreFaults, PostgresFaults>();
        services.AddSingleton(provided => new Servers(provided, writing, reading));
        services.AddSingleton<IDbContextFactory<ArchiveContext>>(provided => provided.GetRequiredService<Servers>().Primary);
        services.AddScoped<ArchiveContext>(provided => provided.GetRequiredService<Servers>().Readers.CreateDbContext());
    }

    private sealed class Servers(IServiceProvider provided, string writing, string reading) : IAsyncDisposable
    {
        private readonly NpgsqlDataSource writers = PostgresConnections.DataSource(writing);

        private readonly NpgsqlDataSource readers = PostgresConnections.DataSource(reading);

        private IDbContextFactory<ArchiveContext>? primary;

        private IDbContextFactory<ArchiveContext>? any;

        // A change is never tried twice by itself: whether the first try was kept is not for the driver to guess.
        public IDbContextFactory<ArchiveContext> Primary => primary ??= Factory(options => options.UseNpgsql(writers));

        public IDbContextFactory<ArchiveContext> Readers => any ??= Factory(options => options.UseNpgsql(
            readers, npgsql => npgsql.ExecutionStrategy(dependencies => new PostgresReadingRetries(dependencies))));

        public async ValueTask DisposeAsync()
        {
            await writers.DisposeAsync();
            await readers.DisposeAsync();
        }

        private ContextFactory<PostgresArchiveContext> Factory(Action<DbContextOptionsBuilder> connect)
        {
            var options = new DbContextOptionsBuilder<PostgresArchiveContext>();
            connect(options);
            options.UseApplicationServiceProvider(provided).AddInterceptors(new CleanParameters()).AddInterceptors(provided.GetServices<IInterceptor>());
            return new(new PooledDbContextFactory<PostgresArchiveContext>(options.Options));
        }
    }
}
