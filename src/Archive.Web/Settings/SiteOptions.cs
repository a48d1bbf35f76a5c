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

    /// <summary>
    /// Address of a web archive ("https://web.archive.org/web/{yyyyMMdd}/{url}"), offered beside a link that is dead: {yyyyMMdd} becomes the
    /// digest's day, {url} the link; empty: nothing is offered.
    /// </summary>
    public string? ArchivedCopies { get; set; }

    /// <summary>
    /// Addresses and networks ("10.0.0.5", "10.1.0.0/16", "::1") of the web servers in front, as a list or separated by commas. Only from
    /// these is it believed under which scheme and for whom a request was made (X-Forwarded-Proto, X-Forwarded-For); nobody by default.
    /// A web server that comes over a Unix socket has no address, and is believed as soon as one is named here.
    /// </summary>
    public IReadOnlyList<string> TrustedProxies { get; set; } = [];

    /// <summary>With less room on the store's disk or the temporary one, the node says that it is not ready; 0 leaves it unsaid.</summary>
    public int LeastFreeMegabytes { get; set; } = 64;

    /// <summary>How much memory finished pages may take; 0 keeps none.</summary>
    public int PageCacheMegabytes { get; set; } = 64;

    /// <summary>A certificate with its private key (PKCS #12) to which the keys in the store are sealed; empty: they lie there in the clear.</summary>
    public string? KeyCertificateFile { get; set; }

    /// <summary>A file with the certificate's password; empty where it has none.</summary>
    public string? KeyCertificatePasswordFile { get; set; }

    /// <summary>An address of this site, absolute where the base is known.</summary>
    public string Absolute(string permalink) => (BaseAddress?.TrimEnd('/') ?? "") + permalink;

    /// <returns>The address that searches the web for the words, or null where that is off.</returns>
    public string? SearchFor(string words) =>
        string.IsNullOrEmpty(WebSearch) ? null : WebSearch.Replace("{0}", Uri.EscapeDataString(words), StringComparison.Ordinal);

    /// <param name="day">Near which the copy should be; null for the newest.</param>
    /// <returns>The address of an archived copy of a page, or null where none is offered.</returns>
    public string? ArchivedCopyOf(string url, DateOnly? day) => string.IsNullOrEmpty(ArchivedCopies) ? null : ArchivedCopies
        .Replace(ArchivedDay, (day ?? DateOnly.MaxValue).ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace(ArchivedUrl, url, StringComparison.Ordinal);

    internal const string ArchivedDay = "{yyyyMMdd}";

    internal const string ArchivedUrl = "{url}";

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}
