using System.Globalization;
using Archive.Store.Search;

namespace Archive.Store.Stories;

/// <summary>A headline as the rule of stories sees it; made once for each wording.</summary>
internal sealed class StoryWording
{
    private static readonly HashSet<string> Prepositions = new(["from", "to", "for", "by", "with", "in", "into", "at", "of", "over", "than", "against", "on"], StringComparer.Ordinal);

    private static readonly HashSet<string> Questions = new(["is", "are", "was", "were", "do", "does", "did", "can", "could", "will", "would", "should", "has", "have", "must"], StringComparer.Ordinal);

    private StoryWording(string text, StoryWords words)
    {
        var cut = new HeadlineCut(text, words);
        Folded = cut.Folded;
        var tokens = cut.Tokens;
        Bare = string.Join(' ', tokens.Select(token => token.Term));
        Length = tokens.Count;
        var end = text.AsSpan().TrimEnd(" \u00A0\t'\"’”)]");
        IsTruncated = end.EndsWith("…") || end.EndsWith("...");
        IsQuestion = end.EndsWith("?") && tokens.Count > 0 && Questions.Contains(tokens[0].Term);
        Words = Read(cut, tokens, words);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Heavy = Words.FindAll(word => !word.Is(WordTraits.Light | WordTraits.Pivot) && seen.Add(word.Key));
        Speaker = Speaker.Of(Words);
        IsOfCharacters = 2 * Words.Count(word => word.Is(WordTraits.Character)) > Words.Count;
    }

    /// <summary>All words as printed, folded.</summary>
    public string Folded { get; }

    /// <summary>The same without labels.</summary>
    public string Bare { get; }

    /// <summary>How many words are in <see cref="Bare"/>.</summary>
    public int Length { get; }

    /// <summary>What is compared, in order, and pivots.</summary>
    public List<StoryWord> Words { get; }

    /// <summary>What is compared, each word once.</summary>
    public List<StoryWord> Heavy { get; }

    /// <summary>Who says it, where the headline says that somebody does.</summary>
    public Speaker? Speaker { get; }

    /// <summary>Chinese, Japanese, Thai …: compared character by character.</summary>
    public bool IsOfCharacters { get; }

    /// <summary>The source cut it off: "…".</summary>
    public bool IsTruncated { get; }

    /// <summary>"Is …?", which is not the statement of the same words.</summary>
    public bool IsQuestion { get; }

    public static StoryWording Of(string text) => new(text, StoryWords.Default);

    /// <summary>A word that two headlines of one story can be known by.</summary>
    public static bool IsTelling(StoryWord word) => !word.Is(WordTraits.Number | WordTraits.Inserted);

    private static List<StoryWord> Read(HeadlineCut cut, IReadOnlyList<SearchToken> tokens, StoryWords words)
    {
        var terms = tokens.Select(token => token.Term).ToList();
        List<StoryWord> read = [];
        var begins = false;
        for (var (i, length) = (0, 1); i < tokens.Count; i += length)
        {
            if (HeadlineCut.IsCharacter(tokens[i]))
            {
                var c = terms[i].Length == 1 ? words.Simplified(terms[i][0]).ToString() : terms[i];
                var (_, _, kind) = words.At([c], 0);
                length = 1;
                Add(read, new(c, c, kind & (WordTraits.Light | WordTraits.Turning) | WordTraits.Character, null, false, false));
                continue;
            }
            (length, var key, var traits) = words.At(terms, i);
            // "us" is no country.
            if (terms[i] == "us" && length == 1 && cut.Printed(tokens[i]) == "us")
            {
                traits = WordTraits.Light;
            }
            traits |= cut.IsInserted(tokens[i]) ? WordTraits.Inserted : WordTraits.None;
            if (char.IsAsciiDigit(terms[i][0]))
            {
                (length, key, var million) = Number(cut, tokens, i);
                traits |= WordTraits.Number;
                if (million is not null)
                {
                    read.Add(new(million, million, traits, null, false, false));
                }
            }
            if ((traits & WordTraits.Number) != WordTraits.None && key.Length > 2 && char.IsAsciiDigit(key[0]) && char.IsAsciiLetter(key[^1]))
            {
                // A second trial is not the trial.
                traits |= WordTraits.Turning;
            }
            var isToCome = i > 0 && terms[i - 1] is "to" or "will" or "ll";
            begins |= i > 0 && cut.IsPartBetween(tokens[i - 1], tokens[i]);
            var word = new StoryWord(key, terms[i], traits, Before(terms, i), isToCome, begins);
            // A comma before a light word stands before the next that is none.
            begins &= word.Is(WordTraits.Light);
            Add(read, word);
        }
        return read;
    }

    private static void Add(List<StoryWord> read, StoryWord word)
    {
        if (!word.Is(WordTraits.Light))
        {
            read.Add(word);
        }
    }

    // "1,000", "1m", "150m", "1st".
    private static (int Length, string Key, string? Million) Number(HeadlineCut cut, IReadOnlyList<SearchToken> tokens, int i)
    {
        var (digits, length) = (tokens[i].Term, 1);
        while (i + length < tokens.Count && tokens[i + length].Term is { Length: 3 } next && next.All(char.IsAsciiDigit) && cut.Joins(tokens[i + length - 1], tokens[i + length], ','))
        {
            digits += next;
            length++;
        }
        var unit = digits.AsSpan().TrimStart("0123456789");
        var million = unit switch { "m" or "mn" => "1000000", "bn" => "1000000000", "k" => "1000", _ => null };
        var key = million is null ? digits : digits[..^unit.Length];
        return (length, ulong.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.InvariantCulture) : key, million);
    }

    private static string? Before(List<string> terms, int i)
    {
        for (var back = i - 1; back >= 0 && back >= i - 3; back--)
        {
            if (Prepositions.Contains(terms[back]))
            {
                return terms[back];
            }
        }
        return null;
    }
}
