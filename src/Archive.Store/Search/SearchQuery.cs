using Archive.Store.Search.Grammar;

namespace Archive.Store.Search;

/// <summary>What somebody typed, understood: one grammar for page, feed and command line (docs/SEARCH.md). Parsing never throws.</summary>
/// <param name="Typed">As it was typed.</param>
/// <param name="Root">Null where nothing was typed: everything matches. Where all of it was left out, nothing matches.</param>
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
        var beginning = Beginning(typed, notes);
        var root = new QueryReader(new(beginning, notes), new(thesaurus, notes), notes).Read();
        return new(typed, root ?? Rest(beginning), notes.Said(root is not null));
    }

    // Where nothing was understood: of signs alone they themselves, in the order typed; of an unfinished field nothing at all.
    private static SearchNode? Rest(string typed)
    {
        var signs = SearchText.Tokens(typed);
        if (signs.Count == 0)
        {
            return null;
        }
        if (SearchText.Words(typed).Count > 0)
        {
            return new AnyOf([]);
        }
        // In quotes they mean what stands inside.
        if (signs.Count > 2 && QueryMarks.IsQuote(typed[signs[0].Start]) && QueryMarks.IsQuote(typed[signs[^1].Start]))
        {
            signs = [.. signs.Skip(1).SkipLast(1)];
        }
        var end = signs[^1].Start + signs[^1].Length;
        return new WordsNode(typed[signs[0].Start..end], [.. signs.Select((sign, index) => new SearchTerm(sign.Term, Math.Min(index, 1)))], IsQuoted: true)
        {
            Where = new(signs[0].Start, end - signs[0].Start),
        };
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
