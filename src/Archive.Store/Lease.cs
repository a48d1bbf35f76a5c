namespace Archive.Store;

/// <summary>Work that only one process may do at a time, on whichever node: who does it, and until when that holds if nothing more is heard.</summary>
public sealed class Lease
{
    /// <summary>Of the work.</summary>
    public required string Name { get; set; }

    /// <summary>A name that the process drew for itself.</summary>
    public required string Holder { get; set; }

    /// <summary>UTC.</summary>
    public DateTime Until { get; set; }
}
