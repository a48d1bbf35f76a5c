using Microsoft.Extensions.Options;

namespace Archive.Web.Settings;

/// <summary>What the settings of section "Fetching" may be.</summary>
internal sealed class FetchingOptionsRules : IValidateOptions<FetchingOptions>
{
    private const int Hour = 3600;

    public ValidateOptionsResult Validate(string? name, FetchingOptions options)
    {
        var faults = new SettingFaults(FetchingOptions.Section);
        if (options.SecondsBetween is < 1 or > Hour)
        {
            faults.Add(nameof(options.SecondsBetween), options.SecondsBetween, $"is no number of seconds from 1 to {Hour}");
        }
        if (options.DaysBetween is < 1 or > 366)
        {
            faults.Add(nameof(options.DaysBetween), options.DaysBetween, "is no number of days from 1 to 366");
        }
        return faults.Result;
    }
}
