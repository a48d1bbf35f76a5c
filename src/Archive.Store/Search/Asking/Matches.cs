using Archive.Store.Search.Index;

namespace Archive.Store.Search.Asking;

/// <summary>An entry: where it stands in the order of results.</summary>
internal readonly record struct Entry(int Segment, int Number)
{
    public bool IsBefore(Entry other) => Segment != other.Segment ? Segment < other.Segment : Number < other.Number;
}

/// <summary>All entries that match, segment by segment, newest first.</summary>
internal sealed class Matches
{
    private readonly int[] counts;

    public Matches(IReadOnlyList<SegmentView> segments, Postings postings, SearchNode? root)
    {
        Segments = segments;
        Sets = [.. segments.Select(segment => new Evaluation(segment, postings).Of(root))];
        counts = [.. Sets.Select(set => set is null ? 0 : EntrySet.Count(set))];
        Total = counts.Sum();
    }

    public IReadOnlyList<SegmentView> Segments { get; }

    public ulong[]?[] Sets { get; }

    public int Total { get; }

    public int Count(int segment) => counts[segment];

    /// <summary>The matches that follow an entry, in order; from the first where there is none.</summary>
    public IEnumerable<Entry> After(Entry? entry)
    {
        for (var i = entry?.Segment ?? 0; i < Sets.Length; i++)
        {
            if (Sets[i] is { } set)
            {
                var from = i == entry?.Segment ? entry.Value.Number + 1 : 0;
                foreach (var number in EntrySet.Entries(set).SkipWhile(number => number < from))
                {
                    yield return new(i, number);
                }
            }
        }
    }

    /// <summary>The matches that come before an entry, the nearest first.</summary>
    public IEnumerable<Entry> Before(Entry entry)
    {
        for (var i = Math.Min(entry.Segment, Sets.Length - 1); i >= 0; i--)
        {
            if (Sets[i] is { } set)
            {
                var until = i == entry.Segment ? entry.Number : SearchSegment.MostEntries;
                foreach (var number in EntrySet.Entries(set).TakeWhile(number => number < until).Reverse())
                {
                    yield return new(i, number);
                }
            }
        }
    }

    public bool Has(Entry entry) => Sets[entry.Segment] is { } set && EntrySet.Has(set, entry.Number);

    /// <summary>Where the entry of a post stands.</summary>
    /// <param name="position">Of the headline in the post.</param>
    /// <returns>Null where the index has no such entry.</returns>
    public Entry? EntryOf(long postId, int position)
    {
        for (var i = 0; i < Segments.Count; i++)
        {
            if (Segments[i].Post(postId) is { } post && position >= post.FirstPosition && position < post.FirstPosition + post.EntryCount)
            {
                return new(i, post.FirstEntry + position - post.FirstPosition);
            }
        }
        return null;
    }

    /// <summary>The post of an entry and the headline's position in it.</summary>
    public (SegmentPost Post, int Position) PlaceOf(Entry entry)
    {
        var post = Segments[entry.Segment].PostOf(entry.Number);
        return (post, post.FirstPosition + entry.Number - post.FirstEntry);
    }
}
