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
}

/// <summary>Reads the places of one term, entry by entry, each asked for later than the one before or again.</summary>
/// <param name="kept">Null where nobody will ask.</param>
/// <param name="having">The entries that have the term.</param>
internal sealed class PlacesInOrder(byte[]? kept, ulong[] having)
{
    private int at;

    // The entry whose places stand at that byte, or one before it that has none.
    private int current;

    /// <summary>Adds the places in an entry, as bits; none where it does not have the term.</summary>
    /// <returns>False where one of them is behind the last bit.</returns>
    public bool AddTo(ref ulong places, int entry)
    {
        if (!MoveTo(entry))
        {
            return true;
        }
        if (IsOnce())
        {
            places |= 1UL << kept![at + 1];
            return kept[at + 1] < 64;
        }
        var numbers = new NumberReader(kept.AsSpan(at));
        var last = 0;
        for (var count = numbers.NextInt(); count > 0; count--)
        {
            places |= 1UL << (last += numbers.NextInt());
        }
        return last < 64;
    }

    /// <summary>Adds the places in an entry; none where it does not have the term.</summary>
    public void AddTo(List<int> places, int entry)
    {
        if (MoveTo(entry))
        {
            var numbers = new NumberReader(kept.AsSpan(at));
            var last = 0;
            for (var count = numbers.NextInt(); count > 0; count--)
            {
                places.Add(last += numbers.NextInt());
            }
        }
    }

    private bool MoveTo(int entry)
    {
        if (!EntrySet.Has(having, entry))
        {
            return false;
        }
        for (var before = EntrySet.CountRange(having, current, entry - current); before > 0; before--)
        {
            if (IsOnce())
            {
                at += 2;
                continue;
            }
            var numbers = new NumberReader(kept.AsSpan(at));
            for (var count = numbers.NextInt(); count > 0; count--)
            {
                numbers.Next();
            }
            at += numbers.Position;
        }
        current = entry;
        return true;
    }

    // Nearly every entry has a term once, among its first 128 words: two bytes, which need no reader.
    private bool IsOnce() => kept![at] == 1 && kept[at + 1] < 0x80;
}
