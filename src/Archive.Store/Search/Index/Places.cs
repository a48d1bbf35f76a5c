namespace Archive.Store.Search.Index;

/// <summary>Where a term stands in each entry that has it: for every entry in order how many places, then each as its distance from the last.</summary>
internal static class Places
{
    public static void Add(NumberWriter places, List<int> inEntry)
    {
        places.Add(inEntry.Count);
        var last = 0;
        foreach (var place in inEntry)
        {
            places.Add(place - last);
            last = place;
        }
    }

    /// <summary>The places in those entries that are wanted.</summary>
    /// <param name="having">The entries that have the term, rising.</param>
    /// <returns>Each wanted entry that has the term, with its places, rising.</returns>
    public static Dictionary<int, int[]> Read(ReadOnlySpan<byte> kept, ulong[] having, ulong[] wanted)
    {
        Dictionary<int, int[]> read = [];
        var numbers = new NumberReader(kept);
        for (var i = 0; i < having.Length; i++)
        {
            for (var word = having[i]; word != 0; word &= word - 1)
            {
                var entry = (i << 6) + System.Numerics.BitOperations.TrailingZeroCount(word);
                var count = numbers.NextInt();
                if (!EntrySet.Has(wanted, entry))
                {
                    for (; count > 0; count--)
                    {
                        numbers.Next();
                    }
                    continue;
                }
                var places = new int[count];
                for (var (j, last) = (0, 0); j < count; j++)
                {
                    places[j] = last += numbers.NextInt();
                }
                read.Add(entry, places);
            }
        }
        return read;
    }
}
