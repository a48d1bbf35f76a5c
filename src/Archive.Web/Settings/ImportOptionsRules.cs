using Microsoft.Extensions.Options;

namespace Archive.Web.Settings;

/// <summary>What the settings of section "Import" may be.</summary>
internal sealed class ImportOptionsRules : IValidateOptions<ImportOptions>
{
    // A file is read whole, so its bytes must fit one array.
    private const int MostBytes = int.MaxValue / 2;

    public ValidateOptionsResult Validate(string? name, ImportOptions options)
    {
        var faults = new SettingFaults(ImportOptions.Section);
        if (string.IsNullOrWhiteSpace(options.SeedsFolder) || options.SeedsFolder.Contains('\0', StringComparison.Ordinal))
        {
            faults.Add(nameof(options.SeedsFolder), options.SeedsFolder, "is no folder name");
        }
        if (options.MaxFileBytes is < 1 or > MostBytes)
        {
            faults.Add(nameof(options.MaxFileBytes), options.MaxFileBytes, $"is no size in bytes from 1 to {MostBytes}");
        }
        if (options.MaxLineBytes is < 1 or > MostBytes)
        {
            faults.Add(nameof(options.MaxLineBytes), options.MaxLineBytes, $"is no size in bytes from 1 to {MostBytes}");
        }
        return faults.Result;
    }
}
