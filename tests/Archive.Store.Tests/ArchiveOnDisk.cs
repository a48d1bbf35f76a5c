using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Store.Tests;

/// <summary>A store in a folder of its own, and a folder of seeds beside it; both go when the test ends.</summary>
internal sealed class ArchiveOnDisk : IAsyncDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("archive-test-");

    private readonly ServiceProvider services;

    public ArchiveOnDisk(params (string Key, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, s.Value))).Build();
        services = new ServiceCollection().AddArchiveStore(configuration, root.FullName).BuildServiceProvider();
        Directory.CreateDirectory(Seeds);
    }

    public string Root => root.FullName;

    public string StoreFile => Path.Combine(Root, "data", "archive.db");

    public string Seeds => Path.Combine(Root, "seeds");

    public IDbContextFactory<ArchiveContext> Factory => services.GetRequiredService<IDbContextFactory<ArchiveContext>>();

    public static async Task<ArchiveOnDisk> CreateAsync()
    {
        var archive = new ArchiveOnDisk();
        await using var context = archive.Context();
        await context.MigrateAsync();
        return archive;
    }

    public ArchiveContext Context() => Factory.CreateDbContext();

    /// <summary>Writes a seed and gives its path.</summary>
    public string Seed(string name, string text) => Seed(name, Encoding.UTF8.GetBytes(text));

    public string Seed(string name, byte[] bytes)
    {
        var path = Path.Combine(Seeds, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public SeedImporter Importer(ImportLimits? limits = null) => new(Factory, limits ?? new(), new Clock());

    public Task<ImportReport> ImportAsync(params string[] paths) => Importer().RunAsync(new(paths));

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        root.Delete(recursive: true);
    }

    // Every import is a minute after the one before.
    private sealed class Clock : TimeProvider
    {
        private static int minutes;

        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2021, 3, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(Interlocked.Increment(ref minutes));
    }
}
