using Archive.Store.Search.Index;

namespace Archive.Store.Search.Asking;

/// <summary>All segments of one edition of the archive, in the order of results.</summary>
/// <param name="postings">What was read of their common words.</param>
internal sealed class Shelf(List<SegmentView> segments, PostingMemory postings)
{
    public IReadOnlyList<SegmentView> All => segments;

    public IReadOnlyList<SegmentView> Headlines { get; } = segments.FindAll(segment => segment.Unit == SearchUnit.Headline);

    public IReadOnlyList<SegmentView> Posts { get; } = segments.FindAll(segment => segment.Unit == SearchUnit.Post);

    public PostingMemory Postings => postings;

    public Coverage Covered { get; } = new(segments);
}
