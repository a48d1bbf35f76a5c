namespace Archive.Store;

/// <summary>How many posts were published in a month, kept so that the navigator of the home page counts no posts. Months without any have no row.</summary>
public sealed class MonthTotal
{
    public int Year { get; set; }

    /// <summary>1 to 12.</summary>
    public int Month { get; set; }

    public int Posts { get; set; }

    /// <summary>How many headlines those posts list.</summary>
    public int Headlines { get; set; }

    /// <summary>When one of those posts came, was changed or went last; UTC. Null where nothing did since this is kept.</summary>
    public DateTime? ChangedAt { get; set; }
}
