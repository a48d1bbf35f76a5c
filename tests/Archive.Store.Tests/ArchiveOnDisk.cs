using System.Text;
using Archive.Store.Repeats;
using Archive.Store.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Store.Tests;

/// <summary>A store of its own, of the kind that this run is about, and a folder of seeds beside it; both go when the test ends.</summary>
internal sealed class ArchiveOnDisk : IAsyncDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("archive-test-");

    private readonly StoreUnderTest store;

    private readonly ServiceProvider services;

    /// <summary>With a store that nobody has migrated yet.</summary>
    public ArchiveOnDisk(params (string Key, string? Value)[] settings)
        : this(StoreUnderTest.CreateEmpty, settings)
    {
    }

    private ArchiveOnDisk(Func<string, StoreUnderTest> make, (string Key, string? Value)[] settings)
    {
        store = make(Path.Combine(Root, "data"));
        try
        {
            var configuration = new ConfigurationBuilder()
                .AddInMemoryCollection(store.Settings)
                .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, s.Value)))
                .Build();
            services = new ServiceCollection().AddLogging().AddSingleton<IInterceptor>(Commands).AddArchiveStore(configuration, Root).BuildServiceProvider();
            Directory.CreateDirectory(Seeds);
        }
        catch
        {
            store.Dispose();
            root.Delete(recursive: true);
            throw;
        }
    }

    /// <summary>How many commands the store was sent.</summary>
    public CommandCount Commands { get; } = new();

    public string Root => root.FullName;

    public string StoreFile => Path.Combine(Root, "data", "archive.db");

    public string Seeds => Path.Combine(Root, "seeds");

    public IDbContextFactory<ArchiveContext> Factory => services.GetRequiredService<IDbContextFactory<ArchiveContext>>();

    /// <param name="kind">For a test that needs both stores; otherwise the kind of this run.</param>
    public static ArchiveOnDisk Create(StoreKind? kind = null) => new(folder => StoreUnderTest.CreateMigrated(folder, kind), []);

    public CurrentThesaurus Thesaurus(Thesaurus shipped) => new(shipped, services.GetRequiredService<EditionFeed>());

    public ArchiveContext Context() => Factory.CreateDbContext();

    public async Task<SearchAnswer> SearchAsync(SearchRequest request)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<HeadlineSearch>().AnswerAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<IReadOnlyList<IReadOnlyList<EarlierHeadline>>> RepeatsAsync(IReadOnlyList<NewHeadline> headlines, DateOnly day, long? exceptPost = null)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RepeatCheck>().OfAsync(headlines, day, exceptPost, TestContext.Current.CancellationToken);
    }

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
        store.Dispose();
        root.Delete(recursive: true);
    }

    // Every import is a minute after the one before.
    private sealed class Clock : TimeProvider
    {
        private static int minutes;

        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2021, 3, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(Interlocked.Increment(ref minutes));
    }
}
