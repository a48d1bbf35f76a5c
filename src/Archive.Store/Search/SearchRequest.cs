namespace Archive.Store.Search;

/// <summary>In which order matches come.</summary>
public enum SearchOrder
{
    Newest,
    Best,
}

/// <summary>One search with all its choices; an address says all of it (<c>Permalink.Search</c>), and nothing else counts.</summary>
public sealed record SearchRequest
{
    /// <summary>What was typed ("q").</summary>
    public string Query { get; init; } = "";

    /// <summary>Published on this day or later ("from": 2021, 2021-01, 2021-01-28).</summary>
    public DateOnly? From { get; init; }

    /// <summary>Published on this day or before ("to").</summary>
    public DateOnly? To { get; init; }

    public PostKind? Kind { get; init; }

    /// <summary>Slug of an outlet.</summary>
    public string? Outlet { get; init; }

    /// <summary>Slug of a category.</summary>
    public string? Category { get; init; }

    /// <summary>Slug of a topic.</summary>
    public string? Topic { get; init; }

    /// <summary>"lost", "linked" or "dead".</summary>
    public SearchState? Link { get; init; }

    /// <summary>A printed spelling that must stand in the text ("form").</summary>
    public string? Form { get; init; }

    /// <summary>Search exactly as typed, without other spellings ("exact=1").</summary>
    public bool Exact { get; init; }

    /// <summary>Spellings not to be added, as printed in the thesaurus ("without", separated by "|").</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    public SearchOrder Order { get; init; }

    /// <summary>Continue after this place: <see cref="SearchAnswer.Next"/> of the page before ("after").</summary>
    public string? After { get; init; }

    /// <summary>Continue before this place, backwards: <see cref="SearchAnswer.Previous"/> ("before").</summary>
    public string? Before { get; init; }

    public bool HasFilters => From is not null || To is not null || Kind is not null || Outlet is not null || Category is not null || Topic is not null || Link is not null || Form is not null;

    /// <summary>What was typed, with nothing that narrows it.</summary>
    public SearchRequest WithoutFilters => FirstPage with
    {
        From = null,
        To = null,
        Kind = null,
        Outlet = null,
        Category = null,
        Topic = null,
        Link = null,
        Form = null,
    };

    /// <summary>The same search from its first page.</summary>
    public SearchRequest FirstPage => this with { After = null, Before = null };
}
