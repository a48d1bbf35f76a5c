namespace Archive.Store.Links.Checking;

/// <summary>What a host asked of us: kept, so that a restart or another node asks no sooner.</summary>
public sealed class CheckedHost
{
    public required string Host { get; set; }

    /// <summary>Nothing is asked of it before, UTC.</summary>
    public DateTime NotBefore { get; set; }

    /// <summary>Its robots.txt, as far as it was read; null where it has none.</summary>
    public string? Robots { get; set; }

    /// <summary>When that was asked for, UTC; null where it never was.</summary>
    public DateTime? RobotsAt { get; set; }
}
