namespace Archive.Store.Worklists;

/// <summary>What became of a headline that an editor repaired.</summary>
/// <param name="Why">A sentence for the editor; null where it is kept.</param>
public sealed record Repaired(bool IsKept, string? Why = null)
{
    /// <summary>Nothing is left to do: the headline went, or another editor was quicker.</summary>
    public bool IsOver { get; init; }

    /// <summary>The store did not say in time whether it is kept.</summary>
    public bool IsInDoubt { get; init; }
}
