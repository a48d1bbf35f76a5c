using System.Runtime.InteropServices;
using Archive.Store.Search;

namespace Archive.Store.Stories;

/// <summary>
/// Knows of each printed word which others are a slip of the keyboard away (<see cref="Misspelling"/>), without comparing it with all: two such
/// words are equal when a letter is taken from the one, the other or both.
/// </summary>
internal sealed class Slips
{
    private const ulong Base = 0x9E3779B97F4A7C15;

    private static readonly ulong[] Powers = PowersOf(SearchText.LongestTerm);

    private readonly Dictionary<string, Word> words = new(StringComparer.Ordinal);

    // By hashes of what is left without a letter, and of the whole; chained, as nearly all are of one word alone.
    private readonly Dictionary<ulong, int> byLeft = [];

    private readonly List<(Word Word, int Next)> chained = [default];

    /// <summary>Has a word known by the number that it is compared by.</summary>
    public void Know(string printed, int number)
    {
        if (printed.Length < Misspelling.LongEnough || printed.Length > SearchText.LongestTerm)
        {
            return;
        }
        if (!words.TryGetValue(printed, out var word))
        {
            words[printed] = word = new(printed);
            Meet(word);
        }
        if (!word.Numbers.Contains(number))
        {
            word.Numbers.Add(number);
        }
    }

    /// <summary>Adds the numbers of the words that are a slip away.</summary>
    public void AddTo(List<int> numbers, string printed)
    {
        if (printed.Length >= Misspelling.LongEnough && words.TryGetValue(printed, out var word) && word.Like is { } like)
        {
            like.ForEach(other => numbers.AddRange(other.Numbers));
        }
    }

    private static ulong[] PowersOf(int most)
    {
        var powers = new ulong[most + 1];
        powers[0] = 1;
        for (var i = 1; i <= most; i++)
        {
            powers[i] = powers[i - 1] * Base;
        }
        return powers;
    }

    private void Meet(Word word)
    {
        var printed = word.Printed;
        var whole = 0UL;
        foreach (var c in printed)
        {
            whole = whole * Base + c;
        }
        Meet(word, whole);
        var (before, behind) = (0UL, whole);
        for (var i = 0; i < printed.Length; i++)
        {
            var after = printed.Length - i - 1;
            behind -= printed[i] * Powers[after];
            Meet(word, before * Powers[after] + behind);
            before = before * Base + printed[i];
        }
    }

    private void Meet(Word word, ulong left)
    {
        ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(byLeft, left, out _);
        for (var at = first; at > 0; at = chained[at].Next)
        {
            var one = chained[at].Word;
            if (one == word)
            {
                return;
            }
            if (Misspelling.Is(one.Printed, word.Printed) && one.Like?.Contains(word) != true)
            {
                (one.Like ??= []).Add(word);
                (word.Like ??= []).Add(one);
            }
        }
        chained.Add((word, first));
        first = chained.Count - 1;
    }

    private sealed class Word(string printed)
    {
        public string Printed => printed;

        /// <summary>One, but for the first word of a phrase.</summary>
        public List<int> Numbers { get; } = new(1);

        public List<Word>? Like { get; set; }
    }
}
