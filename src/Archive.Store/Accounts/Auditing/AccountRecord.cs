namespace Archive.Store.Accounts.Auditing;

/// <summary>
/// One change of who may sign in, and how: who made it, when, and to whom. Never altered and never removed; each holds the hash of the one
/// before it. A chain beside that of <see cref="History.Auditing.AuditRecord"/>, because nobody may stay signed in while that one waits for
/// a standby (decision 0021).
/// </summary>
public sealed class AccountRecord
{
    /// <summary>1 upwards without a gap.</summary>
    public long Id { get; set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>Who, as in <see cref="History.Auditing.AuditEntry.Actor"/>.</summary>
    public required string Actor { get; set; }

    /// <summary>What was done, one of <see cref="AccountAction"/>.</summary>
    public required string Action { get; set; }

    /// <summary>The account that it was done to.</summary>
    public long AccountId { get; set; }

    /// <summary>A role, or by what it was done. Never anything that is of use to whoever reads it.</summary>
    public string? Detail { get; set; }

    /// <summary>The account's seal before; null where there was no such account.</summary>
    public string? Before { get; set; }

    /// <summary>The account's seal afterwards.</summary>
    public required string After { get; set; }

    /// <summary><see cref="Hash"/> of the record before; empty in the first.</summary>
    public required string Previous { get; set; }

    /// <summary>SHA-256 in hex over everything above.</summary>
    public required string Hash { get; set; }
}
