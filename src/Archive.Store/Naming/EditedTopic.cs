namespace Archive.Store.Naming;

/// <summary>An entry of the thesaurus as editors want it: in the place of the shipped one of the same slug, or beside the shipped ones.</summary>
public sealed class EditedTopic
{
    public required string Slug { get; set; }

    /// <summary>As JSON; null for a shipped entry that was taken out.</summary>
    public string? Entry { get; set; }

    /// <summary>Of the shipped entry when this was edited; where it is another now, the desk says so. Null where there was none.</summary>
    public string? ShippedHash { get; set; }
}
