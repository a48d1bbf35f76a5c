using System.Numerics;
using System.Runtime.InteropServices;
using Archive.Store.Search.Index;

namespace Archive.Store.Search.Asking;

/// <summary>What the matches have in common, counted in one pass.</summary>
internal sealed class Counting
{
    public Counting(Matches matches)
    {
        Span<int> ranks = stackalloc int[EntrySet.Words + 1];
        for (var i = 0; i < matches.Segments.Count; i++)
        {
            if (matches.Sets[i] is { } set)
            {
                EntrySet.Ranks(set, ranks);
                CountPosts(matches.Segments[i], set, ranks);
                CountOutlets(matches.Segments[i], set);
                CountBoth(Topics, matches.Segments[i].Topics, set);
                CountBoth(States, matches.Segments[i].States, set);
            }
        }
    }

    /// <summary>By day number of publication; undated ones stand under 0.</summary>
    public SortedDictionary<int, long> Days { get; } = [];

    public Dictionary<PostKind, long> Kinds { get; } = [];

    public Dictionary<long, long> Categories { get; } = [];

    public Dictionary<long, long> Outlets { get; } = [];

    public Dictionary<string, long> Topics { get; } = new(StringComparer.Ordinal);

    public Dictionary<SearchState, long> States { get; } = [];

    // A million headlines stand in tens of thousands of posts: for each of them a subtraction and two additions, no look-ups.
    private void CountPosts(SegmentView segment, ulong[] set, ReadOnlySpan<int> ranks)
    {
        var filed = new long[segment.Filings.Length];
        var (before, ofDay, day) = (0, 0, -1);
        for (var i = 0; i < segment.Posts.Length; i++)
        {
            ref readonly var post = ref segment.Posts[i];
            var until = EntrySet.CountBefore(set, ranks, post.FirstEntry + post.EntryCount);
            filed[segment.FilingOf[i]] += until - before;
            // Posts of one day follow each other.
            if (post.EndDay != day)
            {
                AddDay(day, ofDay);
                (day, ofDay) = (post.EndDay, 0);
            }
            ofDay += until - before;
            before = until;
        }
        AddDay(day, ofDay);
        for (var i = 0; i < filed.Length; i++)
        {
            if (filed[i] > 0)
            {
                Add(Kinds, segment.Filings[i].Kind, filed[i]);
                foreach (var category in segment.Filings[i].Categories)
                {
                    Add(Categories, category, filed[i]);
                }
            }
        }
    }

    private void AddDay(int day, int count)
    {
        if (count > 0)
        {
            Days[day] = Days.GetValueOrDefault(day) + count;
        }
    }

    private void CountOutlets(SegmentView segment, ulong[] set)
    {
        if (segment.OutletIds.Length == 0)
        {
            return;
        }
        var counts = new long[segment.OutletIds.Length + 1];
        var outletOf = segment.OutletOf;
        for (var i = 0; i < set.Length; i++)
        {
            for (var word = set[i]; word != 0; word &= word - 1)
            {
                counts[outletOf[(i << 6) + BitOperations.TrailingZeroCount(word)]]++;
            }
        }
        for (var i = 1; i < counts.Length; i++)
        {
            if (counts[i] > 0)
            {
                Add(Outlets, segment.OutletIds[i - 1], counts[i]);
            }
        }
    }

    private static void CountBoth<TKey>(Dictionary<TKey, long> counts, Dictionary<TKey, ulong[]> sets, ulong[] matching)
        where TKey : notnull
    {
        foreach (var (key, set) in sets)
        {
            if (EntrySet.CountBoth(matching, set) is > 0 and var count)
            {
                Add(counts, key, count);
            }
        }
    }

    private static void Add<TKey>(Dictionary<TKey, long> counts, TKey key, long count)
        where TKey : notnull =>
        CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _) += count;
}
