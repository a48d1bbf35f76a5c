using Archive.Store.Search;

namespace Archive.Store.Tests.Search;

/// <summary>A search as it was understood, on one line, for rows of a test.</summary>
internal static class QueryOutline
{
    public static string Of(SearchNode? node) => node switch
    {
        null => "everything",
        AllOf all => $"({string.Join(" & ", all.Parts.Select(Of))})",
        AnyOf { Parts: [] } => "nothing",
        AnyOf any => $"({string.Join(" | ", any.Parts.Select(Of))})",
        NoneOf none => $"!{Of(none.Part)}",
        WordsNode words => $"{(words.In == SearchPlace.Text ? "" : words.In + ":")}{(words.IsQuoted ? "“" : "")}{Terms(words)}{(words.IsPrefix ? "*" : "")}{(words.IsQuoted ? "”" : "")}",
        KindNode kind => $"kind={kind.Kind}",
        TopicNode topic => $"topic={topic.Slug}",
        StateNode state => $"is={state.State}",
        PublishedNode days => $"published={Day(days.First)}..{Day(days.Last)}",
        OnNode days => $"on={Day(days.First)}..{Day(days.Last)}",
        _ => node.GetType().Name,
    };

    // One position apart is a blank, more is a line for each.
    private static string Terms(WordsNode words) => string.Concat(words.Terms.Select(term => (term.Gap > 1 ? new string('_', term.Gap - 1) : term.Gap == 1 ? " " : "") + term.Text));

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd") ?? "";
}
