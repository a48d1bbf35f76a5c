namespace Archive.Store.Search.Asking;

/// <summary>
/// What the index holds of common words, in memory once it was read: it is long, and many searches ask for it. Segments never change, so
/// it is not out of date while the servers are the same. Of other words it is short, and is read each time.
/// </summary>
internal sealed class PostingMemory
{
    // On average in a segment that may have the word, in bytes: about one entry of twenty has it.
    private const int Long = 256;

    private const long MostBytes = 64L * 1024 * 1024;

    private readonly Dictionary<(string Term, bool WithPlaces), Kept> terms = [];
    private readonly Lock one = new();
    private long uses;
    private long size;

    /// <summary>Adds what is kept of a term to what was read.</summary>
    /// <returns>The segments of which nothing is known.</returns>
    public List<SegmentView> AddKnown(string term, bool withPlaces, List<SegmentView> segments, Postings read)
    {
        Kept? kept;
        lock (one)
        {
            if (!terms.TryGetValue((term, withPlaces), out kept))
            {
                return segments;
            }
            kept.Used = ++uses;
        }
        List<SegmentView> unknown = [];
        foreach (var segment in segments)
        {
            if (!kept.BySegment.TryGetValue(segment.Id, out var posting))
            {
                unknown.Add(segment);
            }
            else if (posting is { } there)
            {
                read.Add(term, segment.Id, there);
            }
        }
        return unknown;
    }

    /// <summary>Keeps what was read of a term if it is long, in the place of what was kept: segments that are gone go with it.</summary>
    /// <param name="segments">All that may have the term.</param>
    public void Keep(string term, bool withPlaces, List<SegmentView> segments, Postings read)
    {
        var bySegment = segments.ToDictionary(segment => segment.Id, segment => read.Of(term, segment.Id));
        var bytes = bySegment.Values.Sum(posting => posting is { } there ? there.Entries.Length + (there.Places?.Length ?? 0) + 100L : 0);
        if (bytes < Long * segments.Count)
        {
            return;
        }
        lock (one)
        {
            size += bytes - (terms.GetValueOrDefault((term, withPlaces))?.Bytes ?? 0);
            terms[(term, withPlaces)] = new(bySegment, bytes) { Used = ++uses };
            while (size > MostBytes)
            {
                var oldest = terms.MinBy(pair => pair.Value.Used);
                terms.Remove(oldest.Key);
                size -= oldest.Value.Bytes;
            }
        }
    }

    private sealed record Kept(Dictionary<long, Posting?> BySegment, long Bytes)
    {
        public long Used { get; set; }
    }
}
