namespace Archive.Store.Naming;

/// <summary>One change of an outlet, a category or a topic in the desk: its history, and what it can be put back to.</summary>
public sealed class NamingEdit
{
    public long Id { get; set; }

    public NamedKind Kind { get; set; }

    /// <summary>After the change; of a merge, of what was left.</summary>
    public required string Slug { get; set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>As in the audit.</summary>
    public required string Actor { get; set; }

    /// <summary>In the editor's words.</summary>
    public required string Reason { get; set; }

    /// <summary>"rename", "merge", "change", "add", "take out", "restore".</summary>
    public required string Action { get; set; }

    /// <summary>What it was, as JSON; null where it was not there.</summary>
    public string? Before { get; set; }

    /// <summary>What it became, as JSON; null where it went.</summary>
    public string? After { get; set; }
}
