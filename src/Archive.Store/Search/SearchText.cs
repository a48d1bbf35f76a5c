using Archive.Store.Search.Folding;

namespace Archive.Store.Search;

/// <summary>A word of a text, folded, with its place.</summary>
/// <param name="Term">Folded: case, accents, width, letter variants. Never empty, never with a blank, at most <see cref="SearchText.LongestTerm"/> long.</param>
/// <param name="Position">0 upwards; neighbours differ by one, and by more where something stands between them that a phrase must not skip.</param>
/// <param name="Start">Where the printed word begins in the text, in UTF-16 units.</param>
/// <param name="Length">How long the printed word is there, with the marks that belong to it.</param>
public readonly record struct SearchToken(string Term, int Position, int Start, int Length);

/// <summary>Cuts text into the words that search knows: the same for what is kept and for what is typed.</summary>
public static class SearchText
{
    /// <summary>Of a longer word only the beginning counts: an index has room for no more, and nobody types it.</summary>
    public const int LongestTerm = 60;

    /// <summary>The words of a text in their order; of a text without any ("???") its signs. Any text, however broken, gives an answer.</summary>
    public static IReadOnlyList<SearchToken> Tokens(string text)
    {
        var tokens = Words(text);
        if (tokens.Count == 0)
        {
            BareSigns.Cut(text, tokens);
        }
        return tokens;
    }

    /// <summary>The same for whoever reads many texts: in the place of what the list held before, each word a string of the pool.</summary>
    internal static void Tokens(string text, TermPool pool, List<SearchToken> tokens)
    {
        tokens.Clear();
        new WordCutter(text, stackalloc char[LongestTerm], tokens, pool).Cut();
        if (tokens.Count == 0)
        {
            BareSigns.Cut(text, tokens);
        }
    }

    /// <summary>The words alone: none where a text has only signs.</summary>
    internal static List<SearchToken> Words(string text)
    {
        var tokens = new List<SearchToken>(text.Length / 6 + 1);
        new WordCutter(text, stackalloc char[LongestTerm], tokens, null).Cut();
        return tokens;
    }
}
