namespace Archive.Store.History.Auditing;

/// <summary>
/// One change of the archive: who made it, when, and what it did to which posts. Never altered and never removed; each holds the hash of the
/// one before it, so that a record that was altered, added in between or taken out is found (decision 0011).
/// </summary>
public sealed class AuditRecord
{
    /// <summary>1 upwards without a gap.</summary>
    public long Id { get; set; }

    /// <summary>The edition that the change made: the newest record has the archive's own, or newer records are missing.</summary>
    public long Edition { get; set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>Who, as in <see cref="AuditEntry.Actor"/>.</summary>
    public required string Actor { get; set; }

    /// <summary>What was done, as in <see cref="AuditEntry.Action"/>.</summary>
    public required string Action { get; set; }

    /// <summary>What it was done to or with: an address, a file and its SHA-256.</summary>
    public string? Subject { get; set; }

    public string? Reason { get; set; }

    /// <summary>How many <see cref="AuditedPost"/> rows belong to it.</summary>
    public int PostCount { get; set; }

    /// <summary>SHA-256 in hex over those rows.</summary>
    public required string PostsHash { get; set; }

    /// <summary><see cref="Hash"/> of the record before; empty in the first.</summary>
    public required string Previous { get; set; }

    /// <summary>SHA-256 in hex over everything above.</summary>
    public required string Hash { get; set; }
}

/// <summary>What one change did to one post.</summary>
public sealed class AuditedPost
{
    public long Id { get; set; }

    public long RecordId { get; set; }

    /// <summary>The post's row, which may be gone; 0 for what outlets and categories are called.</summary>
    public long PostId { get; set; }

    /// <summary>The post's <see cref="Post.SortDay"/> after the change; the one before it where the post went.</summary>
    public DateOnly Day { get; set; }

    /// <summary>The post's seal before the change; null where there was no such post.</summary>
    public string? Before { get; set; }

    /// <summary>The post's seal after the change; null where it went.</summary>
    public string? After { get; set; }
}
