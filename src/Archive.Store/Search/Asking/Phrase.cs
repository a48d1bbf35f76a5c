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
        List<int> starts = [], next = [];
        for (var i = 0; i < candidates.Length; i++)
        {
            for (var left = candidates[i]; left != 0; left &= left - 1)
            {
                var entry = (i << 6) + BitOperations.TrailingZeroCount(left);
                if (!StandsIn(words, places, entry, starts, next))
                {
                    candidates[i] &= ~(1UL << entry);
                }
            }
        }
        return EntrySet.IsEmpty(candidates) ? null : candidates;
    }

    // A phrase of common words asks this of a hundred thousand entries: no lists are made, nothing is captured.
    private static bool StandsIn(WordsNode words, PlacesInOrder[][] places, int entry, List<int> starts, List<int> next)
    {
        Read(places[0], entry, starts);
        var after = 0;
        for (var word = 1; word < places.Length; word++)
        {
            after += words.Terms[word].Gap;
            Read(places[word], entry, next);
            var kept = 0;
            for (var i = 0; i < starts.Count; i++)
            {
                if (next.Contains(starts[i] + after))
                {
                    starts[kept++] = starts[i];
                }
            }
            starts.RemoveRange(kept, starts.Count - kept);
        }
        return starts.Count > 0;
    }

    private static void Read(PlacesInOrder[] word, int entry, List<int> places)
    {
        places.Clear();
        foreach (var one in word)
        {
            one.Read(entry, places);
        }
    }
}
