namespace Archive.Store.Tests;

/// <summary>The project's own seeds, and beside the repository, where they are, the real pages that these retell.</summary>
internal static class SeedFolders
{
    public static string Samples => Path.Combine(Repository(), "seeds");

    public static string RealPages => Path.Combine(Repository(), "..", "shared", "seeds");

    public static void NeedRealPages() => Assert.SkipUnless(Directory.Exists(RealPages), "The real pages are not beside this copy of the repository.");

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Archive.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }
        return folder;
    }
}
