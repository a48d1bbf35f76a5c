namespace Archive.Store;

/// <summary>A headline belongs to a story of two or more; one that is alone has no row.</summary>
public sealed class StoryMember
{
    public long HeadlineId { get; set; }

    /// <summary>Row id of the story's earliest headline.</summary>
    public long StoryId { get; set; }
}
