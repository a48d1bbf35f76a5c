using System.Numerics;
using Archive.Store.Search.Index;

namespace Archive.Store.Search.Asking;

/// <summary>Of the entries that have all words of a phrase, those in which they stand as far from each other as typed.</summary>
internal static class Phrase
{
    /// <param name="places">For each word where it stands; of a beginning, for each word that begins so.</param>
    /// <param name="candidates">The entries that have all words; those without the phrase are taken out.</param>
    /// <returns>The same set; null where no entry is left.</returns>
    public static ulong[]? Keep(WordsNode words, PlacesInOrder[][] places, ulong[] candidates)
    {
        for (var i = 0; i < candidates.Length; i++)
        {
            for (var left = candidates[i]; left != 0; left &= left - 1)
            {
                var entry = (i << 6) + BitOperations.TrailingZeroCount(left);
                if (!(StandsInShort(words, places, entry) ?? StandsIn(words, places, entry)))
                {
                    candidates[i] &= ~(1UL << entry);
                }
            }
        }
        return EntrySet.IsEmpty(candidates) ? null : candidates;
    }

    // A phrase of common words asks this of a hundred thousand headlines, which have less than 64 words: their places are the bits of a
    // number, and a shift compares them all. Null where an entry is longer.
    private static bool? StandsInShort(WordsNode words, PlacesInOrder[][] places, int entry)
    {
        var (starts, after) = (ulong.MaxValue, 0);
        for (var word = 0; word < places.Length && starts != 0; word++)
        {
            after += word == 0 ? 0 : words.Terms[word].Gap;
            ulong here = 0;
            foreach (var one in places[word])
            {
                if (!one.AddTo(ref here, entry))
                {
                    return null;
                }
            }
            starts &= after < 64 ? here >> after : 0;
        }
        return starts != 0;
    }

    private static bool StandsIn(WordsNode words, PlacesInOrder[][] places, int entry)
    {
        var (starts, after) = (Read(places[0], entry), 0);
        for (var word = 1; word < places.Length && starts.Count > 0; word++)
        {
            after += words.Terms[word].Gap;
            var next = Read(places[word], entry);
            starts.RemoveAll(start => !next.Contains(start + after));
        }
        return starts.Count > 0;
    }

    private static List<int> Read(PlacesInOrder[] word, int entry)
    {
        List<int> places = [];
        foreach (var one in word)
        {
            one.AddTo(places, entry);
        }
        return places;
    }
}
