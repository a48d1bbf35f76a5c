using System.Buffers.Text;
using System.Security.Cryptography;

namespace Archive.Store.Accounts;

/// <summary>
/// The secret address under which an account's feeds of worklists stand: programs that read feeds cannot sign in. Only its hash is kept; a
/// new one takes the place of the old.
/// </summary>
public sealed class EditorFeed
{
    private const int TokenBytes = 32;

    public long AccountId { get; set; }

    /// <summary>SHA-256 of the token.</summary>
    public required byte[] Hash { get; set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>A new address of an account, and the token that stands in it and nowhere else.</summary>
    public static (EditorFeed Feed, string Token) Make(long account, DateTime now)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        return (new() { AccountId = account, Hash = OneTimeLink.HashOf(token), CreatedAt = now }, token);
    }
}
