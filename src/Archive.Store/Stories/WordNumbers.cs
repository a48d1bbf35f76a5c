namespace Archive.Store.Stories;

/// <summary>What comparing wordings begins with: their words as numbers, the same number for the same word wherever it stands.</summary>
internal sealed class WordNumbers
{
    private const WordTraits Marking = WordTraits.Turning | WordTraits.Number | WordTraits.Place;

    private readonly (int Number, WordTraits Traits)[] marks;

    /// <param name="numbers">Of the words of <see cref="StoryWording.Heavy"/>, in their order.</param>
    public WordNumbers(StoryWording wording, int[] numbers)
    {
        (IsQuestion, IsOfCharacters, Slack) = (wording.IsQuestion, wording.IsOfCharacters, wording.IsTruncated ? 2 : 1);
        (FoldedHash, BareHash) = (StringComparer.Ordinal.GetHashCode(wording.Folded), StringComparer.Ordinal.GetHashCode(wording.Bare));
        IsNothing = wording.Folded.Length == 0;
        List<int> telling = new(numbers.Length), counts = [];
        List<(int Number, WordTraits Traits)> marking = [];
        for (var i = 0; i < numbers.Length; i++)
        {
            var word = wording.Heavy[i];
            Bits |= 1UL << numbers[i];
            if (wording.IsOfCharacters || StoryWording.IsTelling(word))
            {
                telling.Add(numbers[i]);
                TellingBits |= 1UL << numbers[i];
            }
            var isCut = wording.IsTruncated && i == numbers.Length - 1;
            if (word.Is(WordTraits.Number) && !word.Is(WordTraits.Inserted) && !isCut && word.Printed.Length < Misspelling.LongEnough)
            {
                counts.Add(numbers[i]);
            }
            if (word.Is(Marking))
            {
                marking.Add((numbers[i], word.Traits));
            }
        }
        All = Rising(numbers);
        Telling = telling.Count == numbers.Length ? All : Rising([.. telling]);
        (Counts, marks) = (Rising([.. counts]), [.. marking]);
    }

    public bool IsQuestion { get; }

    public bool IsOfCharacters { get; }

    /// <summary>No word at all: it is the same as nothing.</summary>
    public bool IsNothing { get; }

    /// <summary>How many of its telling words a story's shorter wording may have for itself: one with a slip in it, and one that was cut (<see cref="WordingPair"/>).</summary>
    public int Slack { get; }

    /// <summary>Of <see cref="StoryWording.Folded"/>.</summary>
    public int FoldedHash { get; }

    /// <summary>Of <see cref="StoryWording.Bare"/>.</summary>
    public int BareHash { get; }

    /// <summary>All words, rising.</summary>
    public int[] All { get; }

    /// <summary>Those that two headlines of one story can be known by, rising.</summary>
    public int[] Telling { get; }

    /// <summary>
    /// Printed numbers, rising, that the rule never leaves out: where each of two headlines has one that the other has not, they are not the same.
    /// </summary>
    public int[] Counts { get; }

    /// <summary>A bit for each word; two words may have the same.</summary>
    public ulong Bits { get; }

    public ulong TellingBits { get; }

    /// <summary>What the words are that are not in the other wording: only these can contradict it.</summary>
    public WordTraits MarksMissingIn(WordNumbers other)
    {
        var missing = WordTraits.None;
        foreach (var (number, traits) in marks)
        {
            missing |= Array.BinarySearch(other.All, number) < 0 ? traits : WordTraits.None;
        }
        return missing;
    }

    /// <summary>How many are not among the others; both rising.</summary>
    public static int Missing(int[] words, int[] others)
    {
        var (missing, at) = (0, 0);
        foreach (var word in words)
        {
            while (at < others.Length && others[at] < word)
            {
                at++;
            }
            missing += at < others.Length && others[at] == word ? 0 : 1;
        }
        return missing;
    }

    private static int[] Rising(int[] numbers)
    {
        var rising = numbers.Length == 0 ? [] : (int[])numbers.Clone();
        Array.Sort(rising);
        return rising;
    }
}
