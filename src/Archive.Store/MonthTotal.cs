namespace Archive.Store;

/// <summary>How many posts were published in a month, kept so that the navigator of the home page counts no posts. Months without any have no row.</summary>
public sealed class MonthTotal
{
    public int Year { get; set; }

    /// <summary>1 to 12.</summary>
    public int Month { get; set; }

    public int Posts { get; set; }
}
