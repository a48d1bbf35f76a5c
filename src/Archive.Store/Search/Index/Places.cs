using System.Numerics;

namespace Archive.Store.Search.Index;

/// <summary>Where a term stands in each entry that has it: for every entry in order how many places, then each as its distance from the last.</summary>
internal static class Places
{
    /// <param name="places">Rising by entries, and in each in the order of the text.</param>
    /// <param name="written">Written anew.</param>
    public static byte[] Write(ReadOnlySpan<(int Entry, int Place)> places, NumberWriter written)
    {
        written.Clear();
        for (int first = 0, end; first < places.Length; first = end)
        {
            for (end = first + 1; end < places.Length && places[end].Entry == places[first].Entry; end++)
            {
                // To where its entry ends.
            }
            written.Add(end - first);
            var last = 0;
            foreach (var (_, place) in places[first..end])
            {
                written.Add(place - last);
                last = place;
            }
        }
        return written.ToArray();
    }

    /// <summary>
    /// The places of a term in short entries, as bits. A phrase of common words asks for those of a hundred thousand headlines: what is done
    /// for each has no branch that goes now this way and now that.
    /// </summary>
    /// <param name="having">The entries that have the term.</param>
    /// <param name="wanted">Those whose places are wanted.</param>
    /// <param name="bits">A number for each of the wanted, and one more; the places are added.</param>
    /// <param name="longer">The wanted entries that have a place behind the last bit are added.</param>
    public static void AddBits(byte[] kept, ulong[] having, ulong[] wanted, Span<ulong> bits, ulong[] longer)
    {
        ReadOnlySpan<byte> bytes = kept;
        var (at, before) = (0, 0);
        for (var i = 0; i < having.Length; i++)
        {
            for (var left = having[i]; left != 0; left &= left - 1)
            {
                var entry = left & (0 - left);
                var number = before + BitOperations.PopCount(wanted[i] & (entry - 1));
                var isWanted = (wanted[i] & entry) != 0 ? ulong.MaxValue : 0;
                // Nearly always it stands there once.
                if (bytes[at] == 1 && bytes[at + 1] < 64)
                {
                    bits[number] |= (1UL << bytes[at + 1]) & isWanted;
                    at += 2;
                    continue;
                }
                var numbers = new NumberReader(bytes[at..]);
                var last = 0;
                for (var count = numbers.NextInt(); count > 0; count--)
                {
                    bits[number] |= (1UL << (last += numbers.NextInt())) & isWanted;
                }
                longer[i] |= last < 64 ? 0 : entry & isWanted;
                at += numbers.Position;
            }
            before += BitOperations.PopCount(wanted[i]);
        }
    }
}

/// <summary>Reads the places of one term, entry by entry, each asked for later than the one before.</summary>
/// <param name="having">The entries that have the term.</param>
internal sealed class PlacesInOrder(byte[] kept, ulong[] having)
{
    private int at;

    // The next entry whose places have not been read.
    private int next;

    /// <summary>Adds the places of the term in an entry; none where it does not have it.</summary>
    public void Read(int entry, List<int> places)
    {
        if (!EntrySet.Has(having, entry))
        {
            return;
        }
        var numbers = new NumberReader(kept.AsSpan(at));
        for (var before = EntrySet.CountRange(having, next, entry - next); before > 0; before--)
        {
            for (var count = numbers.NextInt(); count > 0; count--)
            {
                numbers.Next();
            }
        }
        var last = 0;
        for (var count = numbers.NextInt(); count > 0; count--)
        {
            places.Add(last += numbers.NextInt());
        }
        (at, next) = (at + numbers.Position, entry + 1);
    }
}
