namespace Archive.Store.Search.Grammar;

/// <summary>The names that may stand before a colon.</summary>
internal static class FieldNames
{
    public static readonly string[] All = ["title", "outlet", "kind", "place", "category", "topic", "before", "after", "on", "is"];

    /// <returns>The name, folded, of anything that could be meant as one; else null.</returns>
    public static string? Of(string typed) =>
        SearchText.Words(typed) is [{ Start: 0, Length: var length, Term: var name }] && length == typed.Length && name.All(char.IsAsciiLetter) ? name : null;

    /// <summary>What the field wants, for saying so.</summary>
    public static string Need(string field) => field switch
    {
        "before" or "after" or "on" => "a date, written 2021, 2021-01 or 2021-01-28",
        "is" => "one of lost, linked, dead and empty",
        "kind" => "a kind of post: " + KindWords.Listed,
        "title" => "a word",
        _ => "a name",
    };
}
