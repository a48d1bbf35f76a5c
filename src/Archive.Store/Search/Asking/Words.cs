using Archive.Store.Search.Index;

namespace Archive.Store.Search.Asking;

/// <summary>Words as nodes, and the terms by which the index knows them.</summary>
internal static class Words
{
    public static WordsNode Of(Spelling spelling) => new(spelling.Text, spelling.Terms, IsQuoted: true, spelling.IsPrefix);

    public static WordsNode In(this WordsNode words, SearchPlace place) => words with { In = place };

    /// <summary>In headlines the text is the title.</summary>
    public static SearchPlace PlaceIn(this WordsNode words, SearchUnit unit) =>
        words.In == SearchPlace.Title && unit == SearchUnit.Headline ? SearchPlace.Text : words.In;

    public static bool IsPhrase(this WordsNode words) => words.Terms.Count > 1;

    /// <summary>The term of one of its words.</summary>
    public static string Term(this WordsNode words, int i, SearchUnit unit) => IndexTerm.Word(words.PlaceIn(unit), IndexTerm.Cut(words.Terms[i].Text));

    /// <summary>True where the last word is a beginning that the index keeps no set of: all words that begin so have to be joined.</summary>
    public static bool NeedsRange(this WordsNode words, SearchUnit unit) =>
        words.IsPrefix && (words.IsPhrase() || words.PlaceIn(unit) != SearchPlace.Text || words.Terms[0].Text.Length > IndexTerm.LongestKeptPrefix);

    /// <summary>What was typed, with another word in the place of this one.</summary>
    public static string Replaced(this WordsNode words, string typed, string word) =>
        words.Where is { } where && where.Start + where.Length <= typed.Length ? string.Concat(typed.AsSpan(0, where.Start), word, typed.AsSpan(where.Start + where.Length)) : word;

    /// <summary>All nodes of a search, those that must not match included.</summary>
    public static IEnumerable<SearchNode> All(SearchNode? node) => node switch
    {
        null => [],
        AllOf all => all.Parts.SelectMany(All),
        AnyOf any => any.Parts.SelectMany(All),
        NoneOf none => All(none.Part),
        _ => [node],
    };

    /// <summary>The words that may be why an entry matches.</summary>
    public static IEnumerable<WordsNode> Wanted(SearchNode? node) => node switch
    {
        AllOf all => all.Parts.SelectMany(Wanted),
        AnyOf any => any.Parts.SelectMany(Wanted),
        WordsNode words => [words],
        _ => [],
    };
}

/// <summary>A term of the index that is no word: an outlet's slug, a category's.</summary>
internal sealed record TermNode(string Term) : SearchNode;
