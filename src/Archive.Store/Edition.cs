namespace Archive.Store;

/// <summary>
/// Which edition of the archive this is: one row, whose number goes up by one with every committed change of what readers see. A page
/// made from one edition is as good as new while the number stands.
/// </summary>
public sealed class Edition
{
    public const int OnlyId = 1;

    public int Id { get; set; } = OnlyId;

    public long Number { get; set; }
}
