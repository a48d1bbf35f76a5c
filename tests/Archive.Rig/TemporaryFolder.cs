namespace Archive.Rig;

/// <summary>A folder, and a store for whoever runs in it; both go when the test ends.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly Lazy<StoreUnderTest> store;

    public TemporaryFolder() => store = new(() => StoreUnderTest.Create(Path));

    private TemporaryFolder(StoreKind kind) => store = new(() => StoreUnderTest.CreateMigrated(Path, kind));

    public string Path { get; } = Directory.CreateTempSubdirectory("archive-cli-").FullName;

    /// <summary>Made when it is first asked for.</summary>
    public StoreUnderTest Store => store.Value;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>With a store that has every migration.</summary>
    /// <param name="kind">For a test that needs a store of each kind; otherwise that of this run.</param>
    public static TemporaryFolder Migrated(StoreKind kind) => new(kind);

    public void Dispose()
    {
        if (store.IsValueCreated)
        {
            store.Value.Dispose();
        }
        Directory.Delete(Path, recursive: true);
    }
}
