namespace Archive.Rig;

/// <summary>A folder, and a store for whoever runs in it; both go when the test ends.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly Lazy<StoreUnderTest> store;

    /// <param name="kind">For a test that needs a store of each kind; otherwise the kind of this run.</param>
    public TemporaryFolder(StoreKind? kind = null) => store = new(() => StoreUnderTest.Create(Path, kind));

    public string Path { get; } = Directory.CreateTempSubdirectory("archive-cli-").FullName;

    /// <summary>Made when it is first asked for.</summary>
    public StoreUnderTest Store => store.Value;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        if (store.IsValueCreated)
        {
            store.Value.Dispose();
        }
        Directory.Delete(Path, recursive: true);
    }
}
