using Microsoft.Extensions.Options;

namespace Archive.Web.Settings;

/// <summary>What the settings of section "Search" may be: a file that is wrong stops the start, not the first search.</summary>
internal sealed class SearchOptionsRules(IHostEnvironment host) : IValidateOptions<SearchOptions>
{
    public ValidateOptionsResult Validate(string? name, SearchOptions options)
    {
        var faults = new SettingFaults(SearchOptions.Section);
        try
        {
            _ = options.ReadThesaurus(host.ContentRootPath);
        }
        catch (FormatException e)
        {
            faults.Add(nameof(options.ThesaurusFile), options.ThesaurusFile, $"is no thesaurus: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            faults.Add(nameof(options.ThesaurusFile), options.ThesaurusFile, $"cannot be read: {e.Message.TrimEnd('.')}");
        }
        return faults.Result;
    }
}
