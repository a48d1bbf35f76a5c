namespace Archive.Store.History;

/// <summary>Where a post stood once: whoever comes there is sent to where it stands now, for ever.</summary>
public sealed class FormerAddress
{
    /// <summary>The post's <see cref="Post.SortDay"/> at that time.</summary>
    public DateOnly Day { get; set; }

    /// <summary>The last part of its address, number and all: "uyghur-news-2".</summary>
    public required string Segment { get; set; }

    public long PostId { get; set; }
}

/// <summary>A headline that stands in its digest no more: whoever comes to its address is sent to the digest.</summary>
public sealed class FormerHeadline
{
    /// <summary>As in <see cref="Headline.PublicId"/>.</summary>
    public required string PublicId { get; set; }

    public long PostId { get; set; }
}

/// <summary>A further key by which an import knows a post again, beside the one that it came with: that of the state an editor gave it.</summary>
public sealed class OtherKey
{
    public long PostId { get; set; }

    /// <summary>As in <see cref="Post.SourceKey"/>.</summary>
    public required string SourceKey { get; set; }

    /// <summary>As in <see cref="Post.TitleKey"/>.</summary>
    public required string TitleKey { get; set; }
}
