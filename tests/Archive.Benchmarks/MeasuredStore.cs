using Archive.Import;
using Archive.Rig;
using Archive.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Benchmarks;

/// <summary>A store with every migration and nothing in it, on either database; it goes when the measurement is over.</summary>
internal sealed class MeasuredStore : IAsyncDisposable
{
    private readonly ScratchFolder folder = new();
    private readonly StoreUnderTest store;
    private readonly ServiceProvider services;

    private MeasuredStore(StoreKind kind)
    {
        Kind = kind;
        store = StoreUnderTest.Create(folder.Path, kind);
        var settings = new ConfigurationBuilder().AddInMemoryCollection(store.Settings).Build();
        services = new ServiceCollection().AddLogging().AddArchiveStore(settings, folder.Path).BuildServiceProvider();
    }

    public StoreKind Kind { get; }

    public string ConnectionString => store.ConnectionString;

    public IReadOnlyDictionary<string, string?> Settings => store.Settings;

    public IDbContextFactory<ArchiveContext> Factory => services.GetRequiredService<IDbContextFactory<ArchiveContext>>();

    public static async Task<MeasuredStore> CreateAsync(StoreKind kind)
    {
        var made = new MeasuredStore(kind);
        if (kind == StoreKind.Sqlite)
        {
            await using var archive = made.Factory.CreateDbContext();
            await archive.MigrateAsync();
        }
        return made;
    }

    /// <summary>Imports a folder, and makes sure that all of it came in.</summary>
    public async Task ImportAsync(string seeds, int headlines)
    {
        var report = await new SeedImporter(Factory, new ImportLimits(), TimeProvider.System).RunAsync(new ImportRequest([seeds]));
        await using var archive = Factory.CreateDbContext();
        if (report.ExitCode != 0 || report.Files.Sum(file => file.Headlines) != headlines)
        {
            var damaged = report.Files.FirstOrDefault(file => file.IsDamaged);
            throw new InvalidOperationException(
                $"Not everything was imported: a figure for less would be a lie. {damaged?.Path} {damaged?.Outcome} {string.Join("; ", damaged?.Problems.Select(problem => problem.Message) ?? [])}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        store.Dispose();
        folder.Dispose();
    }
}
