using Archive.Import.Lines;
using Archive.Store;

namespace Archive.Import;

/// <summary>Which kind of page a seed was scraped from.</summary>
public enum Layout
{
    /// <summary>Nothing could be read (refused, or no post found).</summary>
    None,
    WeblogArchive,
    ArticleRun,
    FrontPage,
    OpenLetter,
    LinkList,
}

/// <summary>What parsing makes of one seed. Line numbers count from 1; <see cref="Roles"/> has one entry for every line.</summary>
public sealed record ParsedSeed
{
    public required string Encoding { get; init; }

    public required Layout Layout { get; init; }

    public required IReadOnlyList<LineRole> Roles { get; init; }

    public required IReadOnlyList<ParsedPost> Posts { get; init; }

    public required IReadOnlyList<Problem> Problems { get; init; }
}

/// <summary>One post, in the order of its page. Texts are plain and as printed; absent values are null or empty.</summary>
public sealed record ParsedPost
{
    public required PostKind Kind { get; init; }

    public required string Title { get; init; }

    public bool TitleInferred { get; init; }

    /// <summary>A digest's series name ("Uyghur News"), from which its slug is made.</summary>
    public string? Series { get; init; }

    public DateOnly? DateStart { get; init; }

    /// <summary>Null where there is no date; equal to <see cref="DateStart"/> for one day.</summary>
    public DateOnly? DateEnd { get; init; }

    public DatePrecision? DatePrecision { get; init; }

    /// <summary>Of a pasted list: the line that says its period; null where none does, and it is the day of pasting.</summary>
    public int? PeriodLine { get; init; }

    public string? Place { get; init; }

    public string? Outlet { get; init; }

    public string? Issuer { get; init; }

    public string? Author { get; init; }

    public string? Agency { get; init; }

    public string? Addressee { get; init; }

    public string? Standfirst { get; init; }

    public string? Salutation { get; init; }

    public string? SignOff { get; init; }

    public string? Caption { get; init; }

    public string? Credit { get; init; }

    public bool IsExcerpt { get; init; }

    /// <summary>Line of the title, or of the first line where there is none.</summary>
    public required int LineFirst { get; init; }

    public required int LineLast { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<ParsedHeadline> Headlines { get; init; } = [];

    /// <summary>Paragraphs, subheads, list items, contact lines, copies and item titles in reading order.</summary>
    public IReadOnlyList<ParsedPassage> Passages { get; init; } = [];

    public IReadOnlyList<ParsedSignatory> Signatories { get; init; } = [];

    public IReadOnlyList<ParsedEndnote> Endnotes { get; init; } = [];
}

/// <summary>One headline of a digest.</summary>
public sealed record ParsedHeadline(string Text, int Line, string? Url, string? Outlet, string? Section);

/// <summary>One piece of running text.</summary>
public sealed record ParsedPassage(PassageRole Role, string Text, int LineFirst, int LineLast);

public sealed record ParsedSignatory(string Name, string? Place);

/// <summary>A numbered reference; without a number, an outlet that the text says it retells.</summary>
public sealed record ParsedEndnote(int? Number, string Text, string? Outlet, DateOnly? Date, string? Url, int Line);

/// <summary>Something understood badly. <see cref="Line"/> is null where the whole file is meant.</summary>
public sealed record Problem(int? Line, string Code, string Message);
