namespace Archive.Store.History;

/// <summary>
/// One change of a post: who made it, when, why, and what the post was before. The state after it is the next revision's, or the post itself.
/// Revisions outlive their post, so that it can be put back.
/// </summary>
public sealed class Revision
{
    /// <summary>Upwards in the order of changes, over all posts.</summary>
    public long Id { get; set; }

    /// <summary>The post's row, which may be gone; its number is given to no other.</summary>
    public long PostId { get; set; }

    /// <summary>1 upwards within the post.</summary>
    public int Number { get; set; }

    /// <summary>When the state that is kept here ended, UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>Who ended it, as in <see cref="Auditing.AuditEntry.Actor"/>.</summary>
    public required string Actor { get; set; }

    /// <summary>As in <see cref="Auditing.AuditEntry.Action"/>.</summary>
    public required string Action { get; set; }

    /// <summary>In the actor's own words; public where the change is.</summary>
    public string? Reason { get; set; }

    /// <summary>SHA-256 of the source whose copy took the place of this state; null where no import did.</summary>
    public string? SourceSha256 { get; set; }

    /// <summary>True where readers saw another text before: it is listed among the corrections.</summary>
    public bool IsPublic { get; set; }

    /// <summary>The post that this one was joined to, where an import showed that both are one.</summary>
    public long? JoinedTo { get; set; }

    /// <summary>The former state, as <see cref="PostSnapshot"/> writes it.</summary>
    public required string Snapshot { get; set; }
}
