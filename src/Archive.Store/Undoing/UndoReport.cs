namespace Archive.Store.Undoing;

/// <summary>What undoing does, or would do, to one post.</summary>
public enum UndoStep
{
    /// <summary>Was not there before: it goes to the trash.</summary>
    Removed,

    /// <summary>Was changed: it says again what it said before.</summary>
    Restored,

    /// <summary>Was taken out: it is back.</summary>
    PutBack,

    /// <summary>Stood in a file of the import too, and is otherwise as it was.</summary>
    Detached,

    /// <summary>Somebody else has changed it since: it stays as it is.</summary>
    Left,
}

/// <param name="Address">Where it stands, or stood.</param>
/// <param name="Why">Why it was left; null where it was not.</param>
public sealed record UndonePost(long Id, string Address, UndoStep Step, string? Why = null)
{
    /// <summary>Numbers of the first and the last change that would have been undone; null where the post would have gone, or is gone.</summary>
    public (int First, int Last)? Changes { get; init; }

    /// <summary>It was left, would have gone otherwise, and can be taken out by hand.</summary>
    public bool IsToGo { get; init; }
}

/// <summary>What undoing did.</summary>
/// <param name="Commit">Whether it is known to be kept.</param>
public sealed record UndoReport(IReadOnlyList<UndonePost> Posts, CommitOutcome Commit = CommitOutcome.Confirmed)
{
    public int Count(UndoStep step) => Posts.Count(post => post.Step == step);

    public int Done => Posts.Count(post => post.Step != UndoStep.Left);
}
