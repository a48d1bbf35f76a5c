using System.Buffers;
using System.Numerics;
using Archive.Store.Search.Index;

namespace Archive.Store.Search.Asking;

/// <summary>A word of a phrase in one segment: the entries that have it and where it stands in each.</summary>
internal sealed record PlacedWord(ulong[] Entries, byte[] Places);

/// <summary>Of the entries that have all words of a phrase, those in which they stand as far from each other as typed.</summary>
internal static class Phrase
{
    /// <param name="places">For each word where it stands; of a beginning, for each word that begins so.</param>
    /// <param name="candidates">The entries that have all words; those without the phrase are taken out.</param>
    /// <returns>The same set; null where no entry is left.</returns>
    public static ulong[]? Keep(WordsNode words, List<List<PlacedWord>> places, ulong[] candidates)
    {
        var (count, longer) = (EntrySet.Count(candidates), EntrySet.Empty());
        var rented = ArrayPool<ulong>.Shared.Rent(2 * (count + 1));
        var starts = rented.AsSpan(0, count + 1);
        FindStarts(words, places, candidates, starts, rented.AsSpan(count + 1, count + 1), longer);
        var (number, order) = (0, places.ConvertAll(word => word.ConvertAll(one => new PlacesInOrder(one.Places, one.Entries))));
        for (var i = 0; i < candidates.Length; i++)
        {
            for (var left = candidates[i]; left != 0; left &= left - 1)
            {
                var entry = left & (0 - left);
                var stands = (longer[i] & entry) != 0 ? StandsIn(words, order, (i << 6) + BitOperations.TrailingZeroCount(left)) : starts[number] != 0;
                candidates[i] &= stands ? ulong.MaxValue : ~entry;
                number++;
            }
        }
        ArrayPool<ulong>.Shared.Return(rented);
        return EntrySet.IsEmpty(candidates) ? null : candidates;
    }

    // Where the phrase begins in each candidate, as bits: shifting the places of a word compares them all with those of the first.
    private static void FindStarts(WordsNode words, List<List<PlacedWord>> places, ulong[] candidates, Span<ulong> starts, Span<ulong> here, ulong[] longer)
    {
        starts.Fill(ulong.MaxValue);
        var after = 0;
        for (var word = 0; word < places.Count; word++)
        {
            after += word == 0 ? 0 : words.Terms[word].Gap;
            here.Clear();
            foreach (var one in places[word])
            {
                Places.AddBits(one.Places, one.Entries, candidates, here, longer);
            }
            for (var i = 0; i < starts.Length; i++)
            {
                starts[i] &= after < 64 ? here[i] >> after : 0;
            }
        }
    }

    private static bool StandsIn(WordsNode words, List<List<PlacesInOrder>> places, int entry)
    {
        var (starts, after) = (Read(places[0], entry), 0);
        for (var word = 1; word < places.Count; word++)
        {
            after += words.Terms[word].Gap;
            var next = Read(places[word], entry);
            starts.RemoveAll(start => !next.Contains(start + after));
        }
        return starts.Count > 0;
    }

    private static List<int> Read(List<PlacesInOrder> word, int entry)
    {
        List<int> places = [];
        word.ForEach(one => one.Read(entry, places));
        return places;
    }
}
