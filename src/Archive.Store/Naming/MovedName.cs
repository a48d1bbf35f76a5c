namespace Archive.Store.Naming;

/// <summary>Something that stood under one outlet or category and was put under another by making the two one: kept for thirty days, so that they can be taken apart.</summary>
public sealed class MovedName
{
    /// <summary>The change that made them one.</summary>
    public long EditId { get; set; }

    /// <summary>Of the headline; empty where the post itself is meant.</summary>
    public required string PublicId { get; set; }

    /// <summary>0 where a headline is meant: it may come to another post.</summary>
    public long PostId { get; set; }

    /// <summary>The post stood under the other category too.</summary>
    public bool WasInBoth { get; set; }
}
