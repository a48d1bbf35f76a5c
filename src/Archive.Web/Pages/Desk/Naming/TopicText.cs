using Archive.Store.Search;

namespace Archive.Web.Pages.Desk.Naming;

/// <summary>A topic as it stands in the fields of a form: lists a line each, pairs as "one = the other".</summary>
internal sealed record TopicText(string Name, string Spellings, string Shared, string Reason, string Related)
{
    public static TopicText Empty { get; } = new("", "", "", "", "");

    public static TopicText Of(TopicEntry entry) => new(
        entry.Name, string.Join('\n', entry.Spellings), Pairs(entry.Shared), entry.Reason, Pairs(entry.Related));

    /// <returns>The entry, or the field that cannot be read and why.</returns>
    public (TopicEntry? Entry, string? Field, string? Fault) Read()
    {
        if (PairsOf(Shared) is not { } shared)
        {
            return (null, "shared", "Each line is a spelling, an equals sign and what it means here; and each spelling stands there once.");
        }
        if (PairsOf(Related) is not { } related)
        {
            return (null, "related", "Each line is the address of a topic, an equals sign and why the two are kept apart; and each topic stands there once.");
        }
        return (new(Name.Trim(), Lines(Spellings), shared, Joined(Reason), related), null, null);
    }

    private static List<string> Lines(string text) => [.. text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static string Joined(string text) => string.Join(' ', text.Split(['\n', '\r', ' '], StringSplitOptions.RemoveEmptyEntries));

    private static string Pairs(IReadOnlyDictionary<string, string> pairs) => string.Join('\n', pairs.Select(pair => $"{pair.Key} = {pair.Value}"));

    private static Dictionary<string, string>? PairsOf(string text)
    {
        Dictionary<string, string> pairs = new(StringComparer.Ordinal);
        return Lines(text).TrueForAll(line => line.Split('=', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } one, { Length: > 0 } other] && pairs.TryAdd(one, other)) ? pairs : null;
    }
}
