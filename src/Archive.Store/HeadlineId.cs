using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Archive.Store;

/// <summary>A headline's public id: ten Crockford base32 characters that come out the same on every machine.</summary>
public static class HeadlineId
{
    public const int Length = 10;

    private const string Crockford = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <param name="occurrence">From 1: which of the headlines of this wording in its post.</param>
    /// <param name="salt">From 1: above it only where another headline has the id already.</param>
    public static string Of(string sourceKey, string folded, int occurrence, int salt = 1) => Spelled(Bits(sourceKey, folded, occurrence, salt));

    /// <summary>The id before it is spelled: a small number to keep for each headline.</summary>
    public static ulong Bits(string sourceKey, string folded, int occurrence, int salt = 1)
    {
        var seed = salt == 1 ? $"{sourceKey}\n{folded}\n{occurrence}" : $"{sourceKey}\n{folded}\n{occurrence}\n{salt}";
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(seed), hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }

    public static string Spelled(ulong bits) => string.Create(Length, bits, static (id, bits) =>
    {
        for (var i = 0; i < id.Length; i++, bits >>= 5)
        {
            id[i] = Crockford[(int)(bits & 31)];
        }
    });

    /// <summary>The folded wording and occurrence of each headline, in order: with the source key, what its id is made of.</summary>
    public static IEnumerable<(string Folded, int Occurrence)> Wordings(IEnumerable<Headline> headlines)
    {
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        foreach (var headline in headlines)
        {
            var folded = Fold.Text(headline.Text);
            folded = folded.Length == 0 ? headline.Text : folded;
            seen[folded] = seen.GetValueOrDefault(folded) + 1;
            yield return (folded, seen[folded]);
        }
    }
}
