using System.Security.Cryptography;
using System.Text;

namespace Archive.Web.Feeds;

/// <summary>
/// By what a feed reader knows an entry again: a UUID (version 8, RFC 9562) made of its permalink. So it is the same on every node, and
/// stays when the site moves to another name or to HTTPS; a tag URI would hold the name.
/// </summary>
internal static class AtomId
{
    public static string Of(string permalink)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(permalink), hash);
        var id = hash[..16];
        id[6] = (byte)(id[6] & 0x0F | 0x80);
        id[8] = (byte)(id[8] & 0x3F | 0x80);
        return $"urn:uuid:{new Guid(id, bigEndian: true)}";
    }
}
