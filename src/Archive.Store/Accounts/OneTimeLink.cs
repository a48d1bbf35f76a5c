using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Archive.Store.Accounts;

/// <summary>A link by which an account sets up how it signs in: good once, and for a quarter of an hour. Only its hash is kept.</summary>
public sealed class OneTimeLink
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private const int TokenBytes = 32;

    public long Id { get; set; }

    public long AccountId { get; set; }

    /// <summary>SHA-256 of the token.</summary>
    public required byte[] Hash { get; set; }

    /// <summary>UTC.</summary>
    public DateTime ExpiresAt { get; set; }

    /// <summary>UTC; null while it is good.</summary>
    public DateTime? UsedAt { get; set; }

    /// <summary>A new link of an account, and the token that stands in it and nowhere else.</summary>
    public static (OneTimeLink Link, string Token) Make(long account, DateTime now)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        return (new() { AccountId = account, Hash = HashOf(token), ExpiresAt = now + Lifetime }, token);
    }

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
