namespace Archive.Web.Fetching;

/// <summary>How a request ended.</summary>
internal enum FetchOutcome
{
    /// <summary>With a status that is no redirect.</summary>
    Answered,

    /// <summary>The host's name is known to nobody.</summary>
    NoSuchHost,

    /// <summary>No answer, or none that could be read, in time.</summary>
    NoAnswer,

    /// <summary>It, or where it moved to, may not be asked for.</summary>
    Refused,
}

/// <summary>What came of a request.</summary>
/// <param name="Reason">Why there is no answer, in a few words; null where there is one.</param>
internal sealed record Fetched(FetchOutcome Outcome, string? Reason = null)
{
    /// <summary>Of the answer; 0 where there is none.</summary>
    public int Status { get; init; }

    /// <summary>The beginning of what was sent, decompressed; at most <see cref="GuardedFetcher.MostBytes"/>.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>As the answer names it; null where it does not.</summary>
    public string? Charset { get; init; }

    /// <summary>"text/html"; null where the answer does not say.</summary>
    public string? MediaType { get; init; }

    /// <summary>How long the host wants not to be asked; null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
