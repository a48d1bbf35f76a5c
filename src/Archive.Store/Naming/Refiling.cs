namespace Archive.Store.Naming;

/// <summary>
/// What stands under one outlet or category and is to stand under another (or under the same, by a new name): under way, some days at a
/// time, each a change that is whole in itself. A row goes with its last day.
/// </summary>
public sealed class Refiling
{
    public long Id { get; set; }

    /// <summary>Outlet or category.</summary>
    public NamedKind Kind { get; set; }

    public long FromId { get; set; }

    /// <summary>The same where only the index has to learn a new name.</summary>
    public long ToId { get; set; }

    /// <summary>The days before this one, counted backwards, are still to be done.</summary>
    public DateOnly Before { get; set; }

    /// <summary>The change that it belongs to.</summary>
    public long EditId { get; set; }

    /// <summary>The merging that it takes back; null where it is none that does.</summary>
    public long? Undoes { get; set; }
}
