namespace Archive.Rig;

/// <summary>A folder, and a store for whoever runs in it; both go when the test ends.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly Lazy<StoreUnderTest> store;

    public TemporaryFolder() => store = new(() => StoreUnderTest.Create(Path));

    public string Path { get; } = Directory.CreateTempSubdirectory("archive-cli-").FullName;

    /// <summary>Of the kind that this run is about; made when it is first asked for.</summary>
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
