using Archive.Store.History.Auditing;

namespace Archive.Import;

/// <summary>What to import. A folder stands for its *.txt and *.md files (README.md excepted: it is about the folder), however deep, in ordinal order of their relative paths.</summary>
/// <param name="Paths">Files and folders.</param>
/// <param name="DryRun">Parse and compare, and write nothing.</param>
public sealed record ImportRequest(IReadOnlyList<string> Paths, bool DryRun = false)
{
    /// <summary>Files that came some other way than by a path; read after those that have one.</summary>
    public IReadOnlyList<SentFile> Sent { get; init; } = [];

    /// <summary>As in <see cref="AuditEntry.Actor"/>.</summary>
    public string Actor { get; init; } = AuditEntry.CommandLine;
}

/// <summary>A file that was sent to the archive.</summary>
/// <param name="Name">As its sender calls it, without a path.</param>
public sealed record SentFile(string Name, ReadOnlyMemory<byte> Bytes);

/// <summary>How much an import takes in.</summary>
/// <param name="MaxFileBytes">A larger file is refused.</param>
/// <param name="MaxLineBytes">A file with a longer line is refused.</param>
public sealed record ImportLimits(long MaxFileBytes = 64L * 1024 * 1024, int MaxLineBytes = Lines.LineReader.DefaultMaxLineBytes);

/// <summary>Told once before the first file and once after each.</summary>
public sealed record ImportProgress(int FilesDone, int FilesFound, FileReport? Last);

/// <summary>What became of a file.</summary>
public enum FileOutcome
{
    /// <summary>Its posts are in the store now (in a dry run: would be).</summary>
    Imported,

    /// <summary>These very bytes had been imported before: nothing changed.</summary>
    AlreadyThere,

    /// <summary>Nothing of it was stored; <see cref="FileReport.Problems"/> says why.</summary>
    Refused,

    /// <summary>
    /// It was written, but the store's synchronous standby has not confirmed it: whether it would outlive a failure is not known yet.
    /// Its bytes' hash is the key: importing the same file again settles it.
    /// </summary>
    Unconfirmed,
}

/// <summary>The lines of one file by what became of them; they add up to <see cref="Lines"/>.</summary>
public sealed record LineCounts(int Blank = 0, int Boilerplate = 0, int Post = 0, int SetAside = 0)
{
    public int Lines => Blank + Boilerplate + Post + SetAside;

    public static LineCounts operator +(LineCounts a, LineCounts b) =>
        new(a.Blank + b.Blank, a.Boilerplate + b.Boilerplate, a.Post + b.Post, a.SetAside + b.SetAside);
}

/// <summary>What became of a file's posts; they add up to <see cref="Posts"/>.</summary>
/// <param name="Added">Not known before.</param>
/// <param name="Superseded">Known with another text, or fewer lines, or as a sample: the text is this file's now.</param>
/// <param name="Unchanged">Known with this very text.</param>
/// <param name="Shorter">Known with a fuller text, which stays.</param>
/// <param name="Removed">Taken out by editors, and not brought back.</param>
public sealed record PostCounts(int Added = 0, int Superseded = 0, int Unchanged = 0, int Shorter = 0, int Removed = 0)
{
    public int Posts => Added + Superseded + Unchanged + Shorter + Removed;

    public static PostCounts operator +(PostCounts a, PostCounts b) =>
        new(a.Added + b.Added, a.Superseded + b.Superseded, a.Unchanged + b.Unchanged, a.Shorter + b.Shorter, a.Removed + b.Removed);
}

/// <summary>One file of an import.</summary>
public sealed record FileReport
{
    /// <summary>Relative to the folder that was named, '/' between folders; a file's own name where it was named itself.</summary>
    public required string Path { get; init; }

    public required FileOutcome Outcome { get; init; }

    public LineCounts Lines { get; init; } = new();

    public PostCounts Posts { get; init; } = new();

    public int Headlines { get; init; }

    /// <summary>Problems of bytes and of parsing, or the one reason for refusing.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>For people: "line 45: a shorter copy of 'Uyghur News (…)'; the fuller text stays".</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>True where lines were set aside, bytes were damaged or keeping is not confirmed, not merely where the content contradicts itself.</summary>
    public bool IsDamaged => Outcome is FileOutcome.Refused or FileOutcome.Unconfirmed || Lines.SetAside > 0
        || Problems.Any(problem => problem.Code.StartsWith("bytes-", StringComparison.Ordinal));
}

/// <summary>What an import did, file by file.</summary>
public sealed record ImportReport(IReadOnlyList<FileReport> Files)
{
    public LineCounts Lines => Files.Aggregate(new LineCounts(), (sum, file) => sum + file.Lines);

    public PostCounts Posts => Files.Aggregate(new PostCounts(), (sum, file) => sum + file.Posts);

    /// <summary>False where a second import would find nothing to do.</summary>
    public bool ChangedAnything => Files.Any(file => file.Outcome is FileOutcome.Imported or FileOutcome.Unconfirmed);

    /// <summary>0 all well; 1 something was set aside, damaged, refused or not confirmed.</summary>
    public int ExitCode => Files.Any(file => file.IsDamaged) ? 1 : 0;
}
