namespace Archive.Store.Search.Index;

/// <summary>The outlet of each entry of a segment: first the outlets' row ids, then for each entry which of them, from 1; 0 for none.</summary>
internal static class SegmentOutlets
{
    public static byte[] Write(IReadOnlyList<long?> outlets)
    {
        var ids = outlets.OfType<long>().Distinct().Order().ToList();
        var number = ids.Select((id, i) => (id, i)).ToDictionary(pair => pair.id, pair => pair.i + 1);
        var written = new NumberWriter();
        written.Add(ids.Count);
        ids.ForEach(id => written.Add(id));
        foreach (var outlet in outlets)
        {
            written.Add(outlet is { } id ? number[id] : 0);
        }
        return written.ToArray();
    }

    public static (long[] Ids, ushort[] OfEntry) Read(ReadOnlySpan<byte> kept, int of)
    {
        var numbers = new NumberReader(kept);
        var ids = new long[numbers.IsAtEnd ? 0 : numbers.NextInt()];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = numbers.Next();
        }
        var entries = new ushort[of];
        for (var i = 0; i < of && !numbers.IsAtEnd; i++)
        {
            entries[i] = (ushort)numbers.Next();
        }
        return (ids, entries);
    }
}
