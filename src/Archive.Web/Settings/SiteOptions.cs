namespace Archive.Web.Settings;

/// <summary>What the site calls itself and where it stands: section "Site" of the settings.</summary>
public sealed class SiteOptions
{
    public const string Section = "Site";

    public string Title { get; set; } = "Archive";

    /// <summary>"https://archive.example": before every permalink in citations and canonical links. Without it they stay relative.</summary>
    public string? BaseAddress { get; set; }

    public string TimeZone { get; set; } = "UTC";

    /// <summary>Where a headline whose link was lost is searched on the web: an address with "{title}" in it. Off where empty.</summary>
    public string? WebSearch { get; set; }

    /// <summary>An address of this site, absolute where the base is known.</summary>
    public string Absolute(string permalink) => (BaseAddress?.TrimEnd('/') ?? "") + permalink;
}
