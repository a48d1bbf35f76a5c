using System.Text;
using Archive.Store.Search;
using Archive.Store.Search.Folding;

namespace Archive.Store.Stories;

/// <summary>A word as it is printed, folded, with what can be known of it by itself: found out once for each word, not for each headline.</summary>
internal sealed class StoryTerm
{
    private static readonly HashSet<string> Prepositions = new(["from", "to", "for", "by", "with", "in", "into", "at", "of", "over", "than", "against", "on"], StringComparer.Ordinal);

    private static readonly HashSet<string> Questions = new(["is", "are", "was", "were", "do", "does", "did", "can", "could", "will", "would", "should", "has", "have", "must"], StringComparer.Ordinal);

    public StoryTerm(string printed, StoryWords words)
    {
        Printed = printed;
        Stem = WordStem.Of(printed);
        Phrases = words.Beginning(printed);
        StemPhrases = Stem == printed ? null : words.Beginning(Stem);
        IsLabel = words.IsLabel(printed);
        IsDigits = printed.All(char.IsAsciiDigit);
        IsPreposition = Prepositions.Contains(printed);
        IsAsking = Questions.Contains(printed);
        IsAnnouncing = printed is "to" or "will" or "ll";
        IsTibetan = printed[0] is >= '\u0F00' and <= '\u0FFF';
        IsCharacter = !IsTibetan && LetterTable.IsCharacter(printed);
        IsWord = printed.EnumerateRunes().Any(Rune.IsLetterOrDigit);
    }

    public string Printed { get; }

    public string Stem { get; }

    /// <summary>The phrases and words of the file that begin with it, the longest first; null where there are none.</summary>
    public List<StoryPhrase>? Phrases { get; }

    /// <summary>Those that begin with its stem, where that is another word.</summary>
    public List<StoryPhrase>? StemPhrases { get; }

    /// <summary>A headline of marks alone is found by its marks; it reports nothing.</summary>
    public bool IsWord { get; }

    public bool IsLabel { get; }

    public bool IsDigits { get; }

    public bool IsPreposition { get; }

    /// <summary>A headline that begins with it and ends with "?" is a question.</summary>
    public bool IsAsking { get; }

    /// <summary>What stands behind it has not happened.</summary>
    public bool IsAnnouncing { get; }

    public bool IsTibetan { get; }

    /// <summary>Of a script that puts no blanks between words; Tibetan marks its syllables, which do as words.</summary>
    public bool IsCharacter { get; }
}

/// <summary>A word of a headline, and where it stands in it.</summary>
internal readonly record struct StoryToken(StoryTerm Term, int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>The words of all headlines that are read together.</summary>
internal sealed class StoryTerms(StoryWords words)
{
    private readonly Dictionary<string, StoryTerm> terms = new(StringComparer.Ordinal);
    private readonly TermPool pool = new();
    private readonly List<SearchToken> read = [];

    public StoryWords Words => words;

    public StoryTerm Of(string printed)
    {
        if (!terms.TryGetValue(printed, out var term))
        {
            terms[printed] = term = new(printed, words);
        }
        return term;
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
