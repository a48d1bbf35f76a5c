using System.Runtime.InteropServices;
using Archive.Store.Search;

namespace Archive.Store.Stories;

/// <summary>
/// All words of the headlines that are read together. They are kept from one grouping to the next: the files of an import have the same words.
/// </summary>
internal sealed class StoryTerms(StoryWords words)
{
    // More are not kept: they are a few hundred bytes each.
    private const int MostKept = 40_000;

    private static StoryTerms? kept;

    private readonly Dictionary<string, StoryTerm> terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly TermPool pool = new();
    private readonly Slips slips = new();
    private readonly List<SearchToken> read = [];

    public StoryWords Words => words;

    /// <summary>Nobody else has them until they are given back.</summary>
    public static StoryTerms Take() => Interlocked.Exchange(ref kept, null) ?? new(StoryWords.Default);

    public void GiveBack()
    {
        if (terms.Count <= MostKept)
        {
            kept = this;
        }
    }

    public StoryTerm Of(string printed)
    {
        if (!terms.TryGetValue(printed, out var term))
        {
            terms[printed] = term = new(printed, words);
        }
        return term;
    }

    /// <summary>The number of what a word is compared by.</summary>
    public int NumberOf(StoryWord word)
    {
        foreach (var (key, known) in word.Term.Read)
        {
            if (ReferenceEquals(key, word.Key) || key == word.Key)
            {
                return known;
            }
        }
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, word.Key, out var isKnown);
        number = isKnown ? number : numbers.Count - 1;
        if (word.Term.Read.Count == 0)
        {
            slips.Meet(word.Term);
        }
        word.Term.Read.Add((word.Key, number));
        return number;
    }

    /// <summary>A headline's words. A Tibetan syllable is one: search cuts it into its stacks.</summary>
    public List<StoryToken> Cut(string text)
    {
        SearchText.Tokens(text, pool, read);
        List<StoryToken> cut = new(read.Count);
        foreach (var token in read)
        {
            var term = Of(token.Term);
            if (!term.IsWord)
            {
                continue;
            }
            if (term.IsTibetan && cut.Count > 0 && cut[^1] is var last && last.Term.IsTibetan && token.Start == last.End)
            {
                cut[^1] = new(Of(last.Term.Printed + term.Printed), last.Start, last.Length + token.Length);
            }
            else
            {
                cut.Add(new(term, token.Start, token.Length));
            }
        }
        return cut;
    }
}
