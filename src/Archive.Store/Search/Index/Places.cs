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
