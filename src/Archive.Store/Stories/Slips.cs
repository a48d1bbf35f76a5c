using System.Runtime.InteropServices;

namespace Archive.Store.Stories;

/// <summary>
/// Knows of each printed word which others are a slip of the keyboard away (<see cref="Misspelling"/>), without comparing it with all: two such
/// words are equal when a letter is taken from the one, the other or both.
/// </summary>
internal sealed class Slips
{
    private const ulong Base = 0x9E3779B97F4A7C15;

    // By hashes of what is left without a letter, and of the whole; chained, as nearly all are of one word alone.
    private readonly Dictionary<ulong, int> byLeft = [];

    private readonly List<(StoryTerm Word, int Next)> chained = [default];

    // Of the base, as far as a word has been long.
    private readonly List<ulong> powers = [1];

    /// <summary>Tells a word and those that are a slip away of each other; once for each word.</summary>
    public void Meet(StoryTerm word)
    {
        if (word.Printed.Length < Misspelling.LongEnough)
        {
            return;
        }
        var printed = word.Printed;
        var whole = 0UL;
        foreach (var c in printed)
        {
            whole = whole * Base + c;
        }
        while (powers.Count < printed.Length)
        {
            powers.Add(powers[^1] * Base);
        }
        Meet(word, whole);
        var (before, behind) = (0UL, whole);
        for (var i = 0; i < printed.Length; i++)
        {
            var after = printed.Length - i - 1;
            behind -= printed[i] * powers[after];
            Meet(word, before * powers[after] + behind);
            before = before * Base + printed[i];
        }
    }

    private void Meet(StoryTerm word, ulong left)
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
}
