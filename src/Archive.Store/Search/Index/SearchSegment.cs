namespace Archive.Store.Search.Index;

/// <summary>What a segment's entries are.</summary>
public enum SearchUnit
{
    /// <summary>Headlines: their texts.</summary>
    Headline,

    /// <summary>Posts: their titles and bodies.</summary>
    Post,
}

/// <summary>
/// A run of entries in the order of results, newest first, at most <see cref="MostEntries"/> of them and never of two months. It is made
/// from its posts alone and never changed: a change of a post makes a new segment in its place, with a new id.
/// </summary>
public sealed class SearchSegment
{
    /// <summary>So that a set of entries is a thousand bytes.</summary>
    public const int MostEntries = 8192;

    public long Id { get; set; }

    public SearchUnit Unit { get; set; }

    /// <summary>Earliest <see cref="Post.SortDay"/> in it.</summary>
    public DateOnly FirstDay { get; set; }

    public DateOnly LastDay { get; set; }

    /// <summary>0, or its rank among the segments of one day that is too large for one.</summary>
    public int Number { get; set; }

    /// <summary>How many entries it has.</summary>
    public int Count { get; set; }

    /// <summary>The posts of its entries, in order (<see cref="SegmentPosts"/>).</summary>
    public required byte[] Posts { get; set; }

    /// <summary>The outlet of each entry (<see cref="SegmentOutlets"/>).</summary>
    public required byte[] Outlets { get; set; }

    /// <summary>Tells of nearly every term that it does not have that it has not (<see cref="TermFilter"/>).</summary>
    public required byte[] Terms { get; set; }

    /// <summary>How many words each entry has, a byte for each; 255 for more.</summary>
    public required byte[] Lengths { get; set; }
}

/// <summary>The entries of a segment that have a term.</summary>
public sealed class SearchPosting
{
    public required string Term { get; set; }

    public long SegmentId { get; set; }

    /// <summary>How many entries have it.</summary>
    public int Count { get; set; }

    /// <summary>Which (<see cref="EntrySet"/>).</summary>
    public required byte[] Entries { get; set; }

    /// <summary>Where it stands in each, for words in a row; null for terms that are no words (<see cref="Search.Index.Places"/>).</summary>
    public byte[]? Places { get; set; }
}

/// <summary>A word that some entry has or had.</summary>
public sealed class SearchWord
{
    public required string Word { get; set; }
}

/// <summary>Three letters that stand together in a word, its ends marked: by them near words are found.</summary>
public sealed class SearchWordPart
{
    public required string Part { get; set; }

    public required string Word { get; set; }
}
