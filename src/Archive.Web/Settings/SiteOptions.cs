using Microsoft.Extensions.Options;

namespace Archive.Web.Settings;

/// <summary>How the site presents itself (section "Site").</summary>
public sealed class SiteOptions : IValidateOptions<SiteOptions>
{
    public const string Section = "Site";

    public string Title { get; set; } = "Archive";

    /// <summary>The address readers use ("https://archive.example"), for links that must be absolute; empty: none are written.</summary>
    public string? BaseAddress { get; set; }

    /// <summary>In which times of day are shown ("Europe/London").</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>Address of a search engine with {0} for the words, offered where a link was lost in the source; empty: nothing is offered.</summary>
    public string? WebSearch { get; set; }

    /// <summary>An address of this site, absolute where the base is known.</summary>
    public string Absolute(string permalink) => (BaseAddress?.TrimEnd('/') ?? "") + permalink;

    /// <returns>The address that searches the web for the words, or null where that is off.</returns>
    public string? SearchFor(string words) =>
        string.IsNullOrEmpty(WebSearch) ? null : WebSearch.Replace("{0}", Uri.EscapeDataString(words), StringComparison.Ordinal);

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    public ValidateOptionsResult Validate(string? name, SiteOptions options)
    {
        var faults = new SettingFaults(Section);
        if (string.IsNullOrWhiteSpace(options.Title) || options.Title.Length > 200 || options.Title.Any(char.IsControl))
        {
            faults.Add(nameof(Title), options.Title, "is no title: 1 to 200 characters, on one line");
        }
        if (options.BaseAddress is { Length: > 0 } address && !IsWebAddress(address, out var uri) | uri is { Query.Length: > 0 } or { Fragment.Length: > 0 })
        {
            faults.Add(nameof(BaseAddress), address, "is no web address: write it as https://archive.example");
        }
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _))
        {
            faults.Add(nameof(TimeZone), options.TimeZone, "is no time zone known to this machine: write it as Europe/London, or UTC");
        }
        if (options.WebSearch is { Length: > 0 } search
            && (!IsWebAddress(search, out _) || search.Split("{0}").Length != 2 || search.Replace("{0}", "", StringComparison.Ordinal).AsSpan().ContainsAny('{', '}')))
        {
            faults.Add(nameof(WebSearch), search, "is no search address: write it as https://search.example/?q={0}");
        }
        return faults.Result;
    }

    private static bool IsWebAddress(string text, out Uri? uri) =>
        Uri.TryCreate(text, UriKind.Absolute, out uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0;
}
