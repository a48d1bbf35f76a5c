using Archive.Web.Hosting;
using Microsoft.Extensions.Options;

namespace Archive.Web.Settings;

/// <summary>What an import reads, and how much of it (section "Import").</summary>
public sealed class ImportOptions : IValidateOptions<ImportOptions>
{
    public const string Section = "Import";

    /// <summary>Read when the store is empty, and by `import` without a path. Empty: "seeds" beside the program, or at the root of its source.</summary>
    public string? SeedsFolder { get; set; }

    /// <summary>A larger file is refused.</summary>
    public long MaxFileBytes { get; set; } = 64L * 1024 * 1024;

    /// <summary>A file with a longer line is refused.</summary>
    public int MaxLineBytes { get; set; } = 64 * 1024;

    /// <summary>The folder of seeds, whether it is there or not.</summary>
    public string SeedsPath(IHostEnvironment environment)
    {
        if (SeedsFolder is { Length: > 0 })
        {
            return environment.Resolve(SeedsFolder);
        }
        var beside = environment.Resolve("seeds");
        return Directory.Exists(beside) ? beside : environment.Resolve("../../seeds");
    }

    public ValidateOptionsResult Validate(string? name, ImportOptions options)
    {
        var faults = new SettingFaults(Section);
        if (options.SeedsFolder?.Contains('\0', StringComparison.Ordinal) == true)
        {
            faults.Add(nameof(SeedsFolder), options.SeedsFolder, "is no folder name");
        }
        // A file is read whole, so its bytes must fit one array.
        if (options.MaxFileBytes is < 1 or > int.MaxValue / 2)
        {
            faults.Add(nameof(MaxFileBytes), options.MaxFileBytes, $"is no size in bytes from 1 to {int.MaxValue / 2}");
        }
        if (options.MaxLineBytes is < 1 or > int.MaxValue / 2)
        {
            faults.Add(nameof(MaxLineBytes), options.MaxLineBytes, $"is no size in bytes from 1 to {int.MaxValue / 2}");
        }
        return faults.Result;
    }
}
