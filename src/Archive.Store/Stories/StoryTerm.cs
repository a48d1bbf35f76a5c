using System.Text;
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

    /// <summary>The words that it was read as: one, but for the first word of a phrase (<see cref="StoryTerms.NumberOf"/>).</summary>
    public List<(string Key, int Number)> Read { get; } = new(1);

    /// <summary>Those that are a slip of the keyboard away; null where there are none (<see cref="Slips"/>).</summary>
    public List<StoryTerm>? Like { get; set; }
}

/// <summary>A word of a headline, and where it stands in it.</summary>
internal readonly record struct StoryToken(StoryTerm Term, int Start, int Length)
{
    public int End => Start + Length;
}
