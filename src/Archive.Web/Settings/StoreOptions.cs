using Microsoft.Extensions.Options;

namespace Archive.Web.Settings;

/// <summary>Which kind of store holds the archive (section "Store"); where it is, is ConnectionStrings:Archive.</summary>
public sealed class StoreOptions : IValidateOptions<StoreOptions>
{
    public const string Section = "Store";

    /// <summary>"Sqlite": one embedded file.</summary>
    public string Provider { get; set; } = "Sqlite";

    public ValidateOptionsResult Validate(string? name, StoreOptions options)
    {
        var faults = new SettingFaults(Section);
        if (!string.Equals(options.Provider, "Sqlite", StringComparison.OrdinalIgnoreCase))
        {
            faults.Add(nameof(Provider), options.Provider, "is no kind of store: only Sqlite is known");
        }
        return faults.Result;
    }
}
