using Archive.Import;
using Archive.Import.Lines;

namespace Archive.Web.Settings;

/// <summary>What an import reads, and how much of it: section "Import" of the settings.</summary>
internal sealed class ImportOptions
{
    public const string Section = "Import";

    public const string DefaultSeedsFolder = "seeds";

    /// <summary>Read when the store is empty, and by `import` without a path.</summary>
    public string SeedsFolder { get; set; } = DefaultSeedsFolder;

    /// <summary>A larger file is refused.</summary>
    public long MaxFileBytes { get; set; } = 64L * 1024 * 1024;

    /// <summary>A file with a longer line is refused.</summary>
    public int MaxLineBytes { get; set; } = LineReader.DefaultMaxLineBytes;

    public ImportLimits Limits => new(MaxFileBytes, MaxLineBytes);

    /// <summary>The folder of seeds. "seeds" is beside a published program; run from source, it is at the root of the project.</summary>
    public string SeedsPath(string contentRoot)
    {
        var folder = Path.GetFullPath(SeedsFolder, contentRoot);
        return SeedsFolder == DefaultSeedsFolder && !Directory.Exists(folder) ? Path.GetFullPath($"../../{SeedsFolder}", contentRoot) : folder;
    }
}
