namespace Archive.Store.Search;

/// <summary>The choices of a search as an address says them: any text whatever, each under its own name.</summary>
public sealed record SearchParameters
{
    /// <summary>Stands between the spellings of <see cref="Without"/>.</summary>
    public const char Between = '|';

    private const int QuotedAtMost = 60;

    public string? Q { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public string? Kind { get; init; }

    public string? Outlet { get; init; }

    public string? Category { get; init; }

    public string? Topic { get; init; }

    public string? Link { get; init; }

    public string? Form { get; init; }

    public string? Exact { get; init; }

    public string? Without { get; init; }

    public string? Sort { get; init; }

    public string? After { get; init; }

    public string? Before { get; init; }

    /// <summary>Reads what can be read; the rest is left out and said, never an error.</summary>
    /// <param name="notes">Takes a sentence for each choice that could not be understood.</param>
    public SearchRequest Read(ICollection<string> notes)
    {
        var request = new SearchRequest
        {
            Query = Q ?? "",
            From = Day(From, notes)?.First,
            To = Day(To, notes)?.Last,
            Kind = One(Kind, PostKindName.Parse, "kind of post", notes),
            Outlet = Given(Outlet),
            Category = Given(Category),
            Topic = Given(Topic),
            Link = One(Link, SearchStateName.Parse, "state of a link", notes),
            Form = Given(Form),
            Exact = One<bool>(Exact, text => text switch { "1" => true, "0" => false, _ => null }, "answer to “exact” (1 or 0)", notes) ?? false,
            Without = [.. (Without ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)],
            Order = One<SearchOrder>(Sort, text => text switch { "newest" => SearchOrder.Newest, "best" => SearchOrder.Best, _ => null }, "order (newest or best)", notes)
                ?? SearchOrder.Newest,
            After = Given(After),
            Before = Given(After) is null ? Given(Before) : null,
        };
        if (request.From > request.To)
        {
            notes.Add("The search begins after it ends, so no day lies between.");
        }
        return request;
    }

    // A form sends the names of fields that were left blank.
    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static T? One<T>(string? text, Func<string, T?> parse, string what, ICollection<string> notes)
        where T : struct
    {
        if (Given(text) is not { } given)
        {
            return null;
        }
        if (parse(given) is { } value)
        {
            return value;
        }
        notes.Add($"“{Quoted(given)}” is no {what}; searched for the rest.");
        return null;
    }

    private static (DateOnly First, DateOnly Last)? Day(string? text, ICollection<string> notes) =>
        One<(DateOnly, DateOnly)>(text, SearchDays.Of, "date (2021, 2021-01 or 2021-01-28)", notes);

    private static string Quoted(string text) => text.Length <= QuotedAtMost ? text : text[..QuotedAtMost] + "…";
}

/// <summary>The one spelling of the state of a link outside the code: "lost", "linked", "dead".</summary>
public static class SearchStateName
{
    public static string Of(SearchState state) => state switch
    {
        SearchState.Lost => "lost",
        SearchState.Linked => "linked",
        SearchState.Dead => "dead",
        _ => "empty",
    };

    /// <returns>The state of a link, or null where none is spelled so.</returns>
    public static SearchState? Parse(string? name) => name switch
    {
        "lost" => SearchState.Lost,
        "linked" => SearchState.Linked,
        "dead" => SearchState.Dead,
        _ => null,
    };
}
