namespace Archive.Store;

/// <summary>One seed that was imported: what it was, when it came, and (in chunks) every byte of it.</summary>
public sealed class Source
{
    public long Id { get; set; }

    /// <summary>File name relative to the folder it was imported from, '/' between folders.</summary>
    public required string FileName { get; set; }

    /// <summary>SHA-256 of the file's bytes, lower-case hex.</summary>
    public required string Sha256 { get; set; }

    public long Bytes { get; set; }

    public required string Encoding { get; set; }

    public int LineCount { get; set; }

    public required string Layout { get; set; }

    /// <summary>UTC.</summary>
    public DateTime ImportedAt { get; set; }

    /// <summary>One of the project's own retold seeds.</summary>
    public bool IsSample { get; set; }

    public List<SourceChunk> Chunks { get; } = [];

    public List<SourceProblem> Problems { get; } = [];
}

/// <summary>Up to <see cref="LinesPerChunk"/> lines of a source, so that a page showing ten lines loads ten lines.</summary>
public sealed class SourceChunk
{
    public const int LinesPerChunk = 64;

    public long Id { get; set; }

    public long SourceId { get; set; }

    /// <summary>0 upwards: line n (from 1) is in chunk (n - 1) / 64.</summary>
    public int Position { get; set; }

    /// <summary>The raw bytes of these lines, line ends included, compressed (Deflate).</summary>
    public required byte[] Content { get; set; }

    /// <summary>Where each line ends in <see cref="Content"/>, its line break included.</summary>
    public List<int> LineEnds { get; set; } = [];

    /// <summary>One byte a line: the role that the parser gave it.</summary>
    public required byte[] Roles { get; set; }
}

/// <summary>Where a post came from: a source and its lines.</summary>
public sealed class Provenance
{
    public long Id { get; set; }

    public long PostId { get; set; }

    public Post? Post { get; set; }

    public long SourceId { get; set; }

    public Source? Source { get; set; }

    /// <summary>From 1, both included.</summary>
    public int LineFirst { get; set; }

    public int LineLast { get; set; }

    /// <summary>The <see cref="Post.PrintedHash"/> of what this source prints: equal to the post's where its text is the one shown.</summary>
    public required string PrintedHash { get; set; }

    /// <summary>How many lines of text this source prints of the post; 0 for an empty digest.</summary>
    public int TextLines { get; set; }

    /// <summary>How many details stand beside those lines: addresses, outlets, a place …</summary>
    public int TextDetails { get; set; }

    /// <summary>Eight bytes for each of those lines, by which a further copy is compared with this one.</summary>
    public byte[] Fingerprints { get; set; } = [];

    /// <summary>The categories that this source files the post under.</summary>
    public List<long> CategoryIds { get; set; } = [];

    /// <summary>The line of each headline that this source prints, in its own order.</summary>
    public List<int> PrintedHeadlineLines { get; set; } = [];

    /// <summary>For a digest: the line of each of its headlines in this source, by position; 0 where this source lacks it.</summary>
    public List<int> HeadlineLines { get; set; } = [];
}

/// <summary>Something the parser understood badly.</summary>
public sealed class SourceProblem
{
    public long Id { get; set; }

    public long SourceId { get; set; }

    public Source? Source { get; set; }

    /// <summary>The post it concerns, where there is one.</summary>
    public long? PostId { get; set; }

    /// <summary>From 1; null where the whole file is meant.</summary>
    public int? Line { get; set; }

    /// <summary>"weekday-conflict", "period-unclear", … (docs/SEED-FORMAT.md lists them).</summary>
    public required string Code { get; set; }

    public required string Message { get; set; }
}
