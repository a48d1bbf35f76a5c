using System.Buffers.Text;
using System.Security.Cryptography;

namespace Archive.Store.Accounts;

/// <summary>
/// That an account is signed in in one browser. The browser's cookie is good while this row is there, on every node; so signing out,
/// disabling and changing how one signs in take effect at once.
/// </summary>
public sealed class Session
{
    /// <summary>However busy, one signs in again after this long.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>Random: a number might be given twice, after a backup was restored.</summary>
    public string Id { get; set; } = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    public long AccountId { get; set; }

    public Account? Account { get; set; }

    /// <summary>UTC.</summary>
    public DateTime StartedAt { get; set; }
}
