namespace Archive.Store.History;

/// <summary>The former state of a post that an import superseded.</summary>
public sealed class Revision
{
    public long Id { get; set; }

    public long PostId { get; set; }

    /// <summary>When it was superseded, UTC.</summary>
    public DateTime SupersededAt { get; set; }

    /// <summary>SHA-256 of the source that superseded it.</summary>
    public required string SupersededBy { get; set; }

    /// <summary>The former post with its headlines and passages, as JSON.</summary>
    public required string Snapshot { get; set; }
}
