using System.Runtime.InteropServices;
using Archive.Store.Search.Index;

namespace Archive.Store.Search.Asking;

/// <summary>What the matches have in common, counted in one pass.</summary>
internal sealed class Counting
{
    private static readonly int KindCount = Enum.GetValues<PostKind>().Length;

    private int lastDay = -1;

    public Counting(Matches matches)
    {
        for (var i = 0; i < matches.Segments.Count; i++)
        {
            if (matches.Sets[i] is { } set)
            {
                Count(matches.Segments[i], set);
            }
        }
    }

    /// <summary>By day number of publication; undated ones stand under 0.</summary>
    public SortedDictionary<int, long> Days { get; } = [];

    public Dictionary<PostKind, long> Kinds { get; } = [];

    public Dictionary<long, long> Categories { get; } = [];

    public Dictionary<long, long> Outlets { get; } = [];

    public Dictionary<string, long> Topics { get; } = new(StringComparer.Ordinal);

    private void Count(SegmentView segment, ulong[] set)
    {
        var kinds = new long[KindCount];
        long ofDay = 0;
        foreach (var post in segment.Posts)
        {
            if (EntrySet.CountRange(set, post.FirstEntry, post.EntryCount) is not (> 0 and var count))
            {
                continue;
            }
            kinds[(int)post.Kind] += count;
            foreach (var category in post.Categories)
            {
                Add(Categories, category, count);
            }
            // Posts of one day follow each other.
            if (post.EndDay != lastDay)
            {
                AddDay(ofDay);
                (lastDay, ofDay) = (post.EndDay, 0);
            }
            ofDay += count;
        }
        AddDay(ofDay);
        for (var kind = 0; kind < kinds.Length; kind++)
        {
            if (kinds[kind] > 0)
            {
                Add(Kinds, (PostKind)kind, kinds[kind]);
            }
        }
        CountOutlets(segment, set);
        foreach (var (slug, topic) in segment.Topics)
        {
            if (EntrySet.CountBoth(set, topic) is > 0 and var count)
            {
                Add(Topics, slug, count);
            }
        }
    }

    private void AddDay(long count)
    {
        if (count > 0)
        {
            Days[lastDay] = Days.GetValueOrDefault(lastDay) + count;
        }
    }

    private void CountOutlets(SegmentView segment, ulong[] set)
    {
        if (segment.OutletIds.Length == 0)
        {
            return;
        }
        var counts = new long[segment.OutletIds.Length + 1];
        for (var i = 0; i < set.Length; i++)
        {
            for (var word = set[i]; word != 0; word &= word - 1)
            {
                counts[segment.OutletOf[(i << 6) + System.Numerics.BitOperations.TrailingZeroCount(word)]]++;
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

    private static void Add<TKey>(Dictionary<TKey, long> counts, TKey key, long count)
        where TKey : notnull =>
        CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _) += count;
}
