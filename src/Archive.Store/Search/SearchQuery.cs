using Archive.Store.Search.Grammar;

namespace Archive.Store.Search;

/// <summary>What somebody typed, understood: one grammar for page, feed and command line (docs/SEARCH.md). Parsing never throws.</summary>
/// <param name="Typed">As it was typed.</param>
/// <param name="Root">Null where nothing is asked for: everything matches.</param>
/// <param name="Notes">What could not be understood, each a sentence to be shown beside the results.</param>
public sealed record SearchQuery(string Typed, SearchNode? Root, IReadOnlyList<string> Notes)
{
    /// <summary>What follows is not read.</summary>
    public const int LongestTyped = 2000;

    /// <summary>Words, counted over the whole search; a character of an unspaced script is one.</summary>
    public const int MostWords = 64;

    /// <summary>Brackets inside brackets.</summary>
    public const int MostLevels = 32;

    /// <summary>Reads a search of any text whatever.</summary>
    public static SearchQuery Parse(string? typed, Thesaurus thesaurus)
    {
        typed ??= "";
        var notes = new QueryNotes();
        var root = new QueryReader(new(Beginning(typed, notes), notes), new(thesaurus, notes), notes).Read();
        return new(typed, root, notes.Said(root is not null));
    }

    private static string Beginning(string typed, QueryNotes notes)
    {
        if (typed.Length <= LongestTyped)
        {
            return typed;
        }
        notes.Add("Only the first 2,000 characters were read");
        return typed[..(char.IsHighSurrogate(typed[LongestTyped - 1]) ? LongestTyped - 1 : LongestTyped)];
    }
}
