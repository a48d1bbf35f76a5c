namespace Archive.Store.Links.Checking;

/// <summary>One check of one link: the history from which its state follows.</summary>
public sealed class LinkCheck
{
    /// <summary>So many checks of a link are kept, the newest.</summary>
    public const int KeptOfOne = 20;

    public long Id { get; set; }

    public required string UrlKey { get; set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    public LinkFinding Finding { get; set; }

    /// <summary>The status code of the answer; null where there was none.</summary>
    public int? Status { get; set; }

    /// <summary>In a few words; null where the status says all.</summary>
    public string? Reason { get; set; }
}
