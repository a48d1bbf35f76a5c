namespace Archive.Web.Settings;

/// <summary>How the site presents itself (section "Site").</summary>
public sealed class SiteOptions
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
}
