namespace Archive.Store.Worklists;

/// <summary>The lists of what is left to do, by the names that addresses and decisions say.</summary>
public static class Worklist
{
    /// <summary>Headlines without a link.</summary>
    public const string LostLinks = "lost-links";

    /// <summary>Headlines whose link was found gone on several days.</summary>
    public const string DeadLinks = "dead-links";

    /// <summary>Headlines that two digests of the same days have.</summary>
    public const string Repeats = "repeats";

    /// <summary>Lines of which an import was not sure.</summary>
    public const string DoubtfulLines = "doubtful-lines";

    /// <summary>Dates that contradict themselves or could not be read.</summary>
    public const string Dates = "dates";

    /// <summary>Days between the first and the last that nothing covers.</summary>
    public const string UncoveredDays = "uncovered-days";

    /// <summary>In the order in which they are worked through.</summary>
    public static IReadOnlyList<string> All { get; } = [LostLinks, DeadLinks, Repeats, Dates, DoubtfulLines, UncoveredDays];
}

/// <summary>Something left to do.</summary>
/// <param name="Key">By which it is known in its list.</param>
/// <param name="Text">What it is about: a headline, a message, days.</param>
/// <param name="Address">Where to look at it; null where no page shows it.</param>
/// <param name="Place">Which post it stands in, or which line of which file.</param>
/// <param name="At">When it came up, as far as that is known; UTC.</param>
public sealed record WorkItem(string Key, string Text, string? Address, string? Place, DateTime? At = null)
{
    /// <summary>A second thing that the first is compared with, and its address.</summary>
    public (string Text, string Address)? Beside { get; init; }

    /// <summary>The rows of two posts that may be one.</summary>
    public (long One, long Other)? Posts { get; init; }
}

/// <summary>A page of a worklist.</summary>
/// <param name="Next">Where it goes on; null at the end.</param>
public sealed record WorkPage(IReadOnlyList<WorkItem> Items, string? Next);
