namespace Archive.Store.Worklists;

/// <summary>An editor looked at an item of a worklist, and it may stay as it is. Taken back, the row goes and the item stands in its list again.</summary>
public sealed class WorkDecision
{
    public const int LongestLabel = 300;

    public long Id { get; set; }

    /// <summary>As in <see cref="Worklist"/>.</summary>
    public required string List { get; set; }

    /// <summary><see cref="WorkItem.Key"/>.</summary>
    public required string Item { get; set; }

    /// <summary>What was decided about, in words, so that it can be found again.</summary>
    public required string Label { get; set; }

    /// <summary>The account's number, which is never given to another.</summary>
    public long AccountId { get; set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; set; }
}
