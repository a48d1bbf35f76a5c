namespace Archive.Store.Removal;

/// <summary>A <see cref="Provenance"/> of a removed post: by it an import knows a further copy, and its lines are shown to nobody.</summary>
public sealed class RemovedCopy
{
    public long Id { get; set; }

    public long PostId { get; set; }

    public long SourceId { get; set; }

    public int LineFirst { get; set; }

    public int LineLast { get; set; }

    public required string PrintedHash { get; set; }

    public int TextLines { get; set; }

    public int TextDetails { get; set; }

    public byte[] Fingerprints { get; set; } = [];

    public List<long> CategoryIds { get; set; } = [];

    public List<int> PrintedHeadlineLines { get; set; } = [];

    public List<int> HeadlineLines { get; set; } = [];

    public static RemovedCopy Of(Provenance from) => new()
    {
        PostId = from.PostId, SourceId = from.SourceId, LineFirst = from.LineFirst, LineLast = from.LineLast, PrintedHash = from.PrintedHash, TextLines = from.TextLines,
        TextDetails = from.TextDetails, Fingerprints = from.Fingerprints, CategoryIds = from.CategoryIds, PrintedHeadlineLines = from.PrintedHeadlineLines,
        HeadlineLines = from.HeadlineLines,
    };

    public Provenance ToProvenance() => new()
    {
        PostId = PostId, SourceId = SourceId, LineFirst = LineFirst, LineLast = LineLast, PrintedHash = PrintedHash, TextLines = TextLines, TextDetails = TextDetails,
        Fingerprints = Fingerprints, CategoryIds = CategoryIds, PrintedHeadlineLines = PrintedHeadlineLines, HeadlineLines = HeadlineLines,
    };
}
