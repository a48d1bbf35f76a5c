namespace Archive.Store.Naming;

/// <summary>A former address of an outlet, a category or a topic, and where it leads: for ever.</summary>
public sealed class SlugMove
{
    public NamedKind Kind { get; set; }

    public required string OldSlug { get; set; }

    /// <summary>Of what is there now: where that moves on, this moves with it.</summary>
    public required string Slug { get; set; }
}
