using System.Globalization;
using System.Text;

namespace Archive.Store.Stories;

/// <summary>A headline as the rule of stories sees it; made once for each wording.</summary>
internal sealed class StoryWording
{
    private readonly int first;
    private bool isHeard;

    private StoryWording(string text, StoryTerms terms)
    {
        var cut = new HeadlineCut(text, terms);
        (Folded, Bare, first) = (cut.Folded, cut.Bare, cut.First);
        var tokens = cut.Tokens;
        Length = tokens.Length;
        var end = text.AsSpan().TrimEnd(" \u00A0\t'\"’”)]");
        IsTruncated = end.EndsWith("…") || end.EndsWith("...");
        IsQuestion = end.EndsWith("?") && tokens.Length > 0 && tokens[0].Term.IsAsking;
        Words = Read(cut, tokens, terms);
        Heavy = EachOnce(Words);
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
    public Speaker? Speaker
    {
        get
        {
            if (!isHeard)
            {
                (field, isHeard) = (Speaker.Of(Words), true);
            }
            return field;
        }
    }

    /// <summary>Chinese, Japanese, Thai …: compared character by character.</summary>
    public bool IsOfCharacters { get; }

    /// <summary>The source cut it off: "…".</summary>
    public bool IsTruncated { get; }

    /// <summary>"Is …?", which is not the statement of the same words.</summary>
    public bool IsQuestion { get; }

    /// <summary>All that the rule sees, in one string: two headlines of one reading, in capitals the one, are one to it.</summary>
    public string Reading()
    {
        // Prepositions and what is to come follow from the words and their places.
        var reading = new StringBuilder(Folded, 2 * Folded.Length + 8)
            .Append('\n').Append((char)('0' + first)).Append((char)('0' + Length)).Append(IsTruncated ? '…' : '.').Append(IsQuestion ? '?' : '.');
        foreach (var word in Words)
        {
            reading.Append('\n').Append(word.Key).Append((char)(0x100 + (int)word.Traits)).Append(word.BeginsPart ? ',' : ' ');
        }
        return reading.ToString();
    }

    /// <param name="terms">Of the headlines that are read together with it; null for one by itself.</param>
    public static StoryWording Of(string text, StoryTerms? terms = null) => new(text, terms ?? new(StoryWords.Default));

    /// <summary>A word that two headlines of one story can be known by.</summary>
    public static bool IsTelling(StoryWord word) => !word.Is(WordTraits.Number | WordTraits.Inserted);

    private static List<StoryWord> Read(HeadlineCut cut, ReadOnlySpan<StoryToken> tokens, StoryTerms terms)
    {
        List<StoryWord> read = new(tokens.Length);
        var begins = false;
        for (var (i, length) = (0, 1); i < tokens.Length; i += length)
        {
            var term = tokens[i].Term;
            if (term.IsCharacter)
            {
                var c = term.Printed.Length == 1 ? terms.Of(terms.Words.Simplified(term.Printed[0]).ToString()) : term;
                var (_, _, kind) = StoryWords.At([new(c, 0, 0)], 0);
                length = 1;
                Add(read, new(c.Printed, c, kind & (WordTraits.Light | WordTraits.Turning) | WordTraits.Character, null, false, false));
                continue;
            }
            (length, var key, var traits) = StoryWords.At(tokens, i);
            // "us" is no country.
            if (term.Printed == "us" && length == 1 && cut.IsPrinted(tokens[i], "us"))
            {
                traits = WordTraits.Light;
            }
            traits |= cut.IsInserted(tokens[i]) ? WordTraits.Inserted : WordTraits.None;
            if (char.IsAsciiDigit(term.Printed[0]))
            {
                (length, key, var million) = Number(cut, tokens, i);
                traits |= WordTraits.Number;
                if (million is not null)
                {
                    read.Add(new(million, terms.Of(million), traits, null, false, false));
                }
            }
            if ((traits & WordTraits.Number) != WordTraits.None && key.Length > 2 && char.IsAsciiDigit(key[0]) && char.IsAsciiLetter(key[^1]))
            {
                // A second trial is not the trial.
                traits |= WordTraits.Turning;
            }
            begins |= i > 0 && cut.IsPartBetween(tokens[i - 1], tokens[i]);
            if ((traits & WordTraits.Light) == WordTraits.None)
            {
                read.Add(new(key, term, traits, Before(tokens, i), i > 0 && tokens[i - 1].Term.IsAnnouncing, begins));
                // A comma before a light word stands before the next that is none.
                begins = false;
            }
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
    private static (int Length, string Key, string? Million) Number(HeadlineCut cut, ReadOnlySpan<StoryToken> tokens, int i)
    {
        var (digits, length) = (tokens[i].Term.Printed, 1);
        while (i + length < tokens.Length && tokens[i + length].Term is { IsDigits: true, Printed: { Length: 3 } next } && cut.Joins(tokens[i + length - 1], tokens[i + length], ','))
        {
            digits += next;
            length++;
        }
        var unit = digits.AsSpan().TrimStart("0123456789");
        var million = unit switch { "m" or "mn" => "1000000", "bn" => "1000000000", "k" => "1000", _ => null };
        var key = million is null ? digits : digits[..^unit.Length];
        return (length, ulong.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.InvariantCulture) : key, million);
    }

    private static string? Before(ReadOnlySpan<StoryToken> tokens, int i)
    {
        for (var back = i - 1; back >= 0 && back >= i - 3; back--)
        {
            if (tokens[back].Term.IsPreposition)
            {
                return tokens[back].Term.Printed;
            }
        }
        return null;
    }

    private static List<StoryWord> EachOnce(List<StoryWord> words)
    {
        List<StoryWord> heavy = new(words.Count);
        // Nearly all headlines are so short that looking through them is the quickest.
        var seen = words.Count > 32 ? new HashSet<string>(words.Count, StringComparer.Ordinal) : null;
        foreach (var word in words)
        {
            if (!word.Is(WordTraits.Light | WordTraits.Pivot) && (seen?.Add(word.Key) ?? !heavy.Exists(before => before.Key == word.Key)))
            {
                heavy.Add(word);
            }
        }
        return heavy;
    }
}
