namespace Archive.Store;

/// <summary>One dated item of the archive, of any kind (decision 0001: one table for all kinds).</summary>
public sealed class Post
{
    public long Id { get; set; }

    public required PostKind Kind { get; set; }

    /// <summary>The title as printed, prefixes included; for an untitled post the inferred one.</summary>
    public required string Title { get; set; }

    /// <summary>True where the source printed no title and it was read off the standfirst.</summary>
    public bool TitleInferred { get; set; }

    /// <summary>A digest's series name ("Uyghur News"): its title less the period.</summary>
    public string? Series { get; set; }

    public DateOnly? DateStart { get; set; }

    /// <summary>Last day of the period; equal to <see cref="DateStart"/> for one day, null where there is no date.</summary>
    public DateOnly? DateEnd { get; set; }

    public DatePrecision? DatePrecision { get; set; }

    /// <summary>What lists are ordered by: <see cref="DateEnd"/>, and for an undated post the first day there is, so that no database has to be told where nulls go.</summary>
    public DateOnly SortDay
    {
        get => DateEnd ?? DateOnly.MinValue;
        private set => _ = value;
    }

    /// <summary>How many days the period has; 0 where there is no date. The longest of all says how far from a day its posts can end.</summary>
    public int PeriodDays
    {
        get => DateEnd?.DayNumber - DateStart?.DayNumber + 1 ?? 0;
        private set => _ = value;
    }

    /// <summary>First part of the address, with <see cref="DateEnd"/> before it.</summary>
    public required string Slug { get; set; }

    /// <summary>1, or n where the address ends in "-n": rank by <see cref="ContentHash"/> among the posts of one slug and day.</summary>
    public int Ordinal { get; set; } = 1;

    /// <summary>The identity by which import knows the post again.</summary>
    public required string SourceKey { get; set; }

    /// <summary>The part of <see cref="SourceKey"/> without running text: a real page finds its retold sample by it.</summary>
    public required string TitleKey { get; set; }

    /// <summary>SHA-256 in hex over the folded wording: same text, same hash, on any machine.</summary>
    public required string ContentHash { get; set; }

    /// <summary>SHA-256 in hex over everything printed: tells whether a copy says exactly the same.</summary>
    public required string PrintedHash { get; set; }

    public string? Place { get; set; }

    public string? Issuer { get; set; }

    public string? Author { get; set; }

    /// <summary>News agency named at the end of the text ("ANI").</summary>
    public string? Agency { get; set; }

    public string? Addressee { get; set; }

    public string? Standfirst { get; set; }

    public string? Salutation { get; set; }

    public string? SignOff { get; set; }

    public string? Caption { get; set; }

    public string? Credit { get; set; }

    /// <summary>The source printed only the beginning ("Read More").</summary>
    public bool IsExcerpt { get; set; }

    /// <summary>Imported from the project's own retold seeds; must not be cited as the source.</summary>
    public bool IsSample { get; set; }

    /// <summary>An editor gave it this text: no import supersedes it.</summary>
    public bool IsEdited { get; set; }

    /// <summary>When an editor last changed what readers see of it, UTC.</summary>
    public DateTime? CorrectedAt { get; set; }

    /// <summary>Number of <see cref="Headlines"/>, kept so that lists need not count.</summary>
    public int HeadlineCount { get; set; }

    public long? OutletId { get; set; }

    public Outlet? Outlet { get; set; }

    public List<Headline> Headlines { get; } = [];

    public List<Passage> Passages { get; } = [];

    public List<Signatory> Signatories { get; } = [];

    public List<Endnote> Endnotes { get; } = [];

    public List<Category> Categories { get; } = [];

    public List<Provenance> Provenances { get; } = [];

    public List<SourceProblem> Problems { get; } = [];
}
