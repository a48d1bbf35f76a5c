using System.Numerics;
using System.Runtime.InteropServices;

namespace Archive.Store.Search.Index;

/// <summary>
/// A set of a segment's entries, as it is kept and as it is reckoned with. Kept: all of them (one byte), the entries one by one, or one bit
/// for each, whichever is shortest. Reckoned with: always one bit for each, so that "and", "or" and "not" are a few hundred instructions.
/// </summary>
internal static partial class EntrySet
{
    /// <summary>64-bit words in a set.</summary>
    public const int Words = SearchSegment.MostEntries / 64;

    private const byte All = 0;

    private const byte OneByOne = 1;

    private const byte Bits = 2;

    /// <param name="entries">Rising, each once.</param>
    /// <param name="of">How many the segment has.</param>
    /// <param name="list">Written anew: whoever writes thousands of sets has one for all.</param>
    public static byte[] Write(IReadOnlyList<int> entries, int of, NumberWriter list)
    {
        if (entries.Count == of)
        {
            return [All];
        }
        list.Clear();
        list.Add(OneByOne);
        var bitsLength = (of + 7) / 8 + 1;
        if (entries.Count < bitsLength)
        {
            var last = -1;
            foreach (var entry in entries)
            {
                list.Add(entry - last - 1);
                last = entry;
            }
            if (list.Length <= bitsLength)
            {
                return list.ToArray();
            }
        }
        var bits = new byte[bitsLength];
        bits[0] = Bits;
        foreach (var entry in entries)
        {
            bits[1 + (entry >> 3)] |= (byte)(1 << (entry & 7));
        }
        return bits;
    }

    /// <summary>Adds the kept entries to a set.</summary>
    public static void ReadInto(ulong[] set, ReadOnlySpan<byte> kept, int of)
    {
        switch (kept[0])
        {
            case All:
                AddRange(set, 0, of);
                break;
            case OneByOne:
                var numbers = new NumberReader(kept[1..]);
                for (var entry = -1; !numbers.IsAtEnd;)
                {
                    entry += numbers.NextInt() + 1;
                    set[entry >> 6] |= 1UL << entry;
                }
                break;
            case Bits:
                // Little end first in memory and in the file.
                var bytes = MemoryMarshal.AsBytes(set.AsSpan());
                for (var i = 1; i < kept.Length; i++)
                {
                    bytes[i - 1] |= kept[i];
                }
                break;
            default:
                throw new InvalidDataException($"The search index has a set of kind {kept[0]}, which this version does not know; archive reindex makes it anew.");
        }
    }

    public static ulong[] Empty() => new ulong[Words];

    public static ulong[] Full(int of)
    {
        var set = Empty();
        AddRange(set, 0, of);
        return set;
    }

    public static void And(ulong[] set, ulong[] other)
    {
        for (var i = 0; i < set.Length; i++)
        {
            set[i] &= other[i];
        }
    }

    public static void Or(ulong[] set, ulong[] other)
    {
        for (var i = 0; i < set.Length; i++)
        {
            set[i] |= other[i];
        }
    }

    public static void Without(ulong[] set, ulong[] other)
    {
        for (var i = 0; i < set.Length; i++)
        {
            set[i] &= ~other[i];
        }
    }

    public static void AddRange(ulong[] set, int from, int count)
    {
        for (var entry = from; entry < from + count;)
        {
            if ((entry & 63) == 0 && entry + 64 <= from + count)
            {
                set[entry >> 6] = ulong.MaxValue;
                entry += 64;
            }
            else
            {
                set[entry >> 6] |= 1UL << entry;
                entry++;
            }
        }
    }

    public static bool Has(ulong[] set, int entry) => (set[entry >> 6] & (1UL << entry)) != 0;

    public static bool IsEmpty(ulong[] set) => !set.AsSpan().ContainsAnyExcept(0UL);

    /// <summary>The entries, rising.</summary>
    public static IEnumerable<int> Entries(ulong[] set)
    {
        for (var i = 0; i < set.Length; i++)
        {
            for (var word = set[i]; word != 0; word &= word - 1)
            {
                yield return (i << 6) + BitOperations.TrailingZeroCount(word);
            }
        }
    }
}
