namespace Archive.Store.Search;

/// <summary>What a search found: page, feed and command line are made from the same answer.</summary>
public sealed record SearchAnswer
{
    public required SearchRequest Request { get; init; }

    /// <summary>What could not be understood, and what else the reader should know; each a sentence.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>What was searched beside the typed words, in their order.</summary>
    public required IReadOnlyList<Expansion> Expanded { get; init; }

    /// <summary>How many headlines match, each counted by itself.</summary>
    public required long Total { get; init; }

    /// <summary>True where there may be more than <see cref="Total"/>.</summary>
    public bool TotalIsLowerBound { get; init; }

    /// <summary>One page of headlines, in order.</summary>
    public required IReadOnlyList<FoundHeadline> Headlines { get; init; }

    /// <summary>Stories of two or more that the page's headlines belong to, by <see cref="FoundHeadline.Story"/>.</summary>
    public required IReadOnlyDictionary<string, FoundStory> Stories { get; init; }

    /// <summary>Matching posts, at most a handful, newest first.</summary>
    public required IReadOnlyList<FoundPost> Posts { get; init; }

    public required long PostsTotal { get; init; }

    public required IReadOnlyList<Facet> Facets { get; init; }

    /// <summary>Null where nothing with a date matches.</summary>
    public Timeline? Timeline { get; init; }

    /// <summary>Only where nothing was found: the nearest words that are there.</summary>
    public IReadOnlyList<Suggestion> Suggestions { get; init; } = [];

    /// <summary>Only where nothing was found and there are filters: how many match without them.</summary>
    public long? TotalWithoutFilters { get; init; }

    /// <summary>Null on the last page.</summary>
    public string? Next { get; init; }

    /// <summary>Null on the first page.</summary>
    public string? Previous { get; init; }
}

/// <summary>A topic that a typed word stands for.</summary>
/// <param name="Typed">The word or words, as typed.</param>
/// <param name="Also">The other spellings, with whether each was searched (the reader may take it off).</param>
public sealed record Expansion(string Typed, string TopicSlug, string TopicName, IReadOnlyList<ExpandedSpelling> Also);

/// <param name="Spelling">As printed.</param>
public sealed record ExpandedSpelling(string Spelling, bool IsSearched);

/// <summary>A stretch of a text.</summary>
public readonly record struct TextSpan(int Start, int Length);

/// <summary>A headline that matches.</summary>
public sealed record FoundHeadline
{
    public required string PublicId { get; init; }

    public required string Text { get; init; }

    /// <summary>Where the text matches, in order, apart from each other.</summary>
    public required IReadOnlyList<TextSpan> Marks { get; init; }

    public string? Url { get; init; }

    /// <summary>Its page was found gone on several days.</summary>
    public bool IsDead { get; init; }

    public string? OutletName { get; init; }

    public string? OutletSlug { get; init; }

    /// <summary>0 upwards in its post.</summary>
    public required int Position { get; init; }

    public required FoundPlace Place { get; init; }

    /// <summary>Public id of the earliest headline of its story; null where it is alone.</summary>
    public string? Story { get; init; }

    /// <summary>A headline of the same story that comes earlier in this result stands for it; it was shown there.</summary>
    public bool IsShownBefore { get; init; }

    /// <summary>The printed words that matched, each once: "Uighur".</summary>
    public IEnumerable<string> MatchedForms => Marks.Select(mark => Text.Substring(mark.Start, mark.Length)).Distinct(StringComparer.OrdinalIgnoreCase);
}

/// <summary>The post that something stands in.</summary>
public sealed record FoundPlace(
    string Title, PostKind Kind, DateOnly? DateStart, DateOnly? DateEnd, DatePrecision? DatePrecision, string Slug, int Ordinal, int HeadlineCount, bool IsSample)
{
    public string Address => Permalink.Post(DateEnd, Slug, Ordinal);
}

/// <summary>All headlines that report one event, oldest first; not only those that match.</summary>
/// <param name="Id">Public id of the earliest.</param>
public sealed record FoundStory(string Id, IReadOnlyList<StoryHeadline> Headlines);

/// <summary>A headline of a story.</summary>
public sealed record StoryHeadline(string PublicId, string Text, string? Url, string? OutletName, string? OutletSlug, int Position, FoundPlace Place)
{
    /// <summary>Its page was found gone on several days.</summary>
    public bool IsDead { get; init; }
}

/// <summary>A post whose title or body matches.</summary>
public sealed record FoundPost(FoundPlace Place, IReadOnlyList<TextSpan> TitleMarks, string? Snippet, IReadOnlyList<TextSpan> SnippetMarks, string? Issuer, string? OutletName);

/// <summary>One way of narrowing a search, with what each choice leaves.</summary>
/// <param name="Name">"year", "month", "kind", "outlet", "category", "topic", "form" or "link".</param>
/// <param name="Covers">Null where all matches are counted; else how many of the newest.</param>
/// <param name="HasMore">There are choices beyond the most frequent that are listed.</param>
public sealed record Facet(string Name, IReadOnlyList<FacetValue> Values, long? Covers = null, bool HasMore = false);

/// <param name="Value">As the address says it.</param>
/// <param name="Label">As it is shown; null where <paramref name="Value"/> is shown.</param>
/// <param name="Count">How many headlines are left, never 0.</param>
/// <param name="Narrowed">The search that the choice leads to.</param>
/// <param name="IsChosen">The search is narrowed to it already; <paramref name="Narrowed"/> then is the search without it.</param>
public sealed record FacetValue(string Value, string? Label, long Count, SearchRequest Narrowed, bool IsChosen = false);

/// <summary>Length of a timeline's bars.</summary>
public enum TimelineStep
{
    Day,
    Week,
    Month,
    Year,
}

/// <summary>Matches over time, without gaps between the bars.</summary>
public sealed record Timeline(TimelineStep Step, IReadOnlyList<TimelineBar> Bars);

/// <param name="First">First day, inside what was asked for.</param>
/// <param name="Last">Last day.</param>
/// <param name="IsCovered">False where nothing that reached the archive covers any day of it: its 0 says nothing.</param>
public sealed record TimelineBar(DateOnly First, DateOnly Last, long Count, bool IsCovered);

/// <summary>A word that is there, near to one that is not.</summary>
/// <param name="Instead">The search with the word put in the other's place.</param>
public sealed record Suggestion(string Typed, string Word, long Count, SearchRequest Instead);
