namespace Archive.Store;

/// <summary>One key by which web nodes protect what they hand out and take back (a session, a form's token): all nodes of a site share them here.</summary>
public sealed class ProtectionKey
{
    public long Id { get; set; }

    public required string Name { get; set; }

    /// <summary>The key as ASP.NET Core's data protection writes it.</summary>
    public required string Xml { get; set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; set; }
}
