using System.Runtime.InteropServices;

namespace Archive.Store.Search.Index;

/// <summary>
/// A Bloom filter over a segment's terms: a few bits for each, so that a search with many spellings asks the database only for those that
/// are there. Of a hundred terms that are missing it lets about one through, which then is not found.
/// </summary>
internal static class TermFilter
{
    private const int BitsForTerm = 10;

    private const int Hashes = 7;

    public static byte[] Of(IReadOnlyCollection<string> terms)
    {
        var filter = new byte[terms.Count * BitsForTerm / 8 + 1];
        foreach (var term in terms)
        {
            var (hash, step) = Hash(term);
            for (var i = 0; i < Hashes; i++, hash += step)
            {
                var bit = hash % ((ulong)filter.Length * 8);
                filter[bit >> 3] |= (byte)(1 << (int)(bit & 7));
            }
        }
        return filter;
    }

    /// <summary>False: certainly not.</summary>
    /// <param name="term">By <see cref="Hash"/>: many filters are asked about one term.</param>
    public static bool MayHave(byte[] filter, (ulong Hash, ulong Step) term)
    {
        var (hash, step) = term;
        for (var i = 0; i < Hashes; i++, hash += step)
        {
            var bit = hash % ((ulong)filter.Length * 8);
            if ((filter[bit >> 3] & (1 << (int)(bit & 7))) == 0)
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>FNV-1a over the UTF-16 units: the same on every machine, as it is kept.</summary>
    public static (ulong Hash, ulong Step) Hash(string term)
    {
        var hash = 14695981039346656037;
        foreach (var b in MemoryMarshal.AsBytes(term.AsSpan()))
        {
            hash = (hash ^ b) * 1099511628211;
        }
        return (hash, hash >> 33 | 1);
    }
}
