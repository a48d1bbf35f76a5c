using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Archive.Store.Accounts;

/// <summary>A proof that was accepted once, and is not accepted again: a passkey's answer to a challenge, a code of the second factor.</summary>
public sealed class SpentProof
{
    /// <summary>A hash of what was proved.</summary>
    public required string Hash { get; set; }

    /// <summary>UTC; afterwards it would be refused anyway, and the row may go.</summary>
    public DateTime ExpiresAt { get; set; }

    public static SpentProof Of(string proof, DateTime expires) =>
        new() { Hash = Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(proof))), ExpiresAt = expires };
}
