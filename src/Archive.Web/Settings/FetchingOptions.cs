namespace Archive.Web.Settings;

/// <summary>What may be asked of other sites (section "Fetching"): nothing, unless it is turned on.</summary>
public sealed class FetchingOptions
{
    public const string Section = "Fetching";

    /// <summary>By this a robots.txt may name us.</summary>
    public const string Product = "ArchiveLinkCheck";

    /// <summary>Editors may have the titles of pages fetched whose addresses they pasted.</summary>
    public bool Titles { get; set; }

    /// <summary>The links of headlines are checked, on one node at a time.</summary>
    public bool LinkChecks { get; set; }

    /// <summary>The shortest time between two requests to one host.</summary>
    public int SecondsBetween { get; set; } = 10;

    /// <summary>How long a link that answered is left alone.</summary>
    public int DaysBetween { get; set; } = 30;

    public bool IsOn => Titles || LinkChecks;

    /// <summary>Says whose requests these are and where somebody can complain.</summary>
    public string UserAgent(SiteOptions site) => string.IsNullOrEmpty(site.BaseAddress)
        ? $"Mozilla/5.0 (compatible; {Product}/1.0; {Ascii(site.Title)})"
        : $"Mozilla/5.0 (compatible; {Product}/1.0; +{new Uri(site.Absolute("/about")).AbsoluteUri})";

    // A header has no other letters, and brackets would end the remark.
    private static string Ascii(string title) => string.Concat(title.Select(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '.' or '-' ? c : '_'));
}
