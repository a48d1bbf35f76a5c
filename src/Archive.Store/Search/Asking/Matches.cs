using Archive.Store.Search.Index;

namespace Archive.Store.Search.Asking;

/// <summary>An entry: where it stands in the order of results.</summary>
internal readonly record struct Entry(int Segment, int Number)
{
    /// <summary>The place before it; there need be no entry.</summary>
    public Entry Before => this with { Number = Number - 1 };

    public bool IsBefore(Entry other) => Segment != other.Segment ? Segment < other.Segment : Number < other.Number;
}

/// <summary>Where a headline is printed.</summary>
/// <param name="Day">On which its post is listed.</param>
internal readonly record struct HeadlinePlace(long PostId, int Position, DateOnly Day);

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

    /// <summary>Whether an entry has this state, as the index knows it.</summary>
    public bool Is(Entry entry, SearchState state) => Segments[entry.Segment].States.TryGetValue(state, out var set) && EntrySet.Has(set, entry.Number);

    /// <summary>Where a headline stands.</summary>
    /// <returns>Null where the index has no such entry.</returns>
    public Entry? EntryOf(HeadlinePlace place)
    {
        for (var i = FirstWith(place.Day.DayNumber); i < Segments.Count && Segments[i].Posts[0].EndDay >= place.Day.DayNumber; i++)
        {
            if (Segments[i].EntryOf(place.PostId, place.Position) is { } entry)
            {
                return new(i, entry);
            }
        }
        return null;
    }

    /// <summary>The first entry of a day, or of the next one before it that has any; behind the last where none has.</summary>
    public Entry StartOf(int day)
    {
        var segment = FirstWith(day);
        return segment == Segments.Count ? new(segment, 0) : new(segment, Segments[segment].Posts.First(post => post.EndDay <= day).FirstEntry);
    }

    // The first segment that reaches back to a day: the days of segments fall.
    private int FirstWith(int day)
    {
        var (low, high) = (0, Segments.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Segments[middle].Posts[^1].EndDay > day ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    /// <summary>The post of an entry and the headline's position in it.</summary>
    public (SegmentPost Post, int Position) PlaceOf(Entry entry)
    {
        var post = Segments[entry.Segment].PostOf(entry.Number);
        return (post, post.FirstPosition + entry.Number - post.FirstEntry);
    }
}
