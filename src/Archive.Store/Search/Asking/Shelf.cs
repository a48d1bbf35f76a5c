using Archive.Store.Search.Index;

namespace Archive.Store.Search.Asking;

/// <summary>All segments of one edition of the archive, in the order of results.</summary>
internal sealed class Shelf(List<SegmentView> segments)
{
    public IReadOnlyList<SegmentView> All => segments;

    public IReadOnlyList<SegmentView> Headlines { get; } = segments.FindAll(segment => segment.Unit == SearchUnit.Headline);

    public IReadOnlyList<SegmentView> Posts { get; } = segments.FindAll(segment => segment.Unit == SearchUnit.Post);

    public Coverage Covered { get; } = new(segments);
}
