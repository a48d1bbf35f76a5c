using System.Numerics;
using System.Runtime.InteropServices;

namespace Archive.Store.Search.Index;

internal static partial class EntrySet
{
    public static int Count(ulong[] set)
    {
        var count = 0;
        foreach (var word in set)
        {
            count += BitOperations.PopCount(word);
        }
        return count;
    }

    /// <summary>How many of the kept entries are in the set.</summary>
    public static int CountKept(ulong[] set, ReadOnlySpan<byte> kept)
    {
        var count = 0;
        switch (kept[0])
        {
            case All:
                return Count(set);
            case OneByOne:
                var numbers = new NumberReader(kept[1..]);
                for (var entry = -1; !numbers.IsAtEnd;)
                {
                    entry += numbers.NextInt() + 1;
                    count += Has(set, entry) ? 1 : 0;
                }
                return count;
            default:
                var bytes = MemoryMarshal.AsBytes(set.AsSpan());
                for (var i = 1; i < kept.Length; i++)
                {
                    count += BitOperations.PopCount((uint)(bytes[i - 1] & kept[i]));
                }
                return count;
        }
    }

    public static int CountBoth(ulong[] set, ulong[] other)
    {
        var count = 0;
        for (var i = 0; i < set.Length; i++)
        {
            count += BitOperations.PopCount(set[i] & other[i]);
        }
        return count;
    }

    /// <summary>How many entries of the set come before each of its words of 64 bits: by them <see cref="CountBefore"/> need not count.</summary>
    public static void Ranks(ulong[] set, Span<int> ranks)
    {
        for (var i = 0; i < set.Length; i++)
        {
            ranks[i + 1] = ranks[i] + BitOperations.PopCount(set[i]);
        }
    }

    /// <summary>How many entries of the set come before one.</summary>
    public static int CountBefore(ulong[] set, ReadOnlySpan<int> ranks, int entry) =>
        (entry & 63) == 0 ? ranks[entry >> 6] : ranks[entry >> 6] + BitOperations.PopCount(set[entry >> 6] & ((1UL << (entry & 63)) - 1));

    /// <summary>How many of the entries from one on are in the set.</summary>
    public static int CountRange(ulong[] set, int from, int count)
    {
        var sum = 0;
        for (var (entry, end) = (from, from + count); entry < end;)
        {
            var bits = Math.Min(64 - (entry & 63), end - entry);
            var mask = bits == 64 ? ulong.MaxValue : ((1UL << bits) - 1) << (entry & 63);
            sum += BitOperations.PopCount(set[entry >> 6] & mask);
            entry += bits;
        }
        return sum;
    }
}
