namespace Archive.Store.Links;

/// <summary>
/// Whose pages a host serves, as an editor said over the list that comes with the program. By the outlet's name, not by its row: an outlet has one from its first headline on, and goes with its last.
/// </summary>
public sealed class OutletHost
{
    /// <summary>Lower case, in letters of ASCII, without "www."; it stands for the hosts below it too.</summary>
    public required string Host { get; set; }

    /// <summary>As the archive is to call it; empty for a host that is to be nobody's.</summary>
    public required string OutletName { get; set; }
}
