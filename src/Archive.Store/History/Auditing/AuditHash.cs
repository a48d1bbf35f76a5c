using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Archive.Store.History.Auditing;

/// <summary>The hashes of the audit: what they are made of may never change, or every archive there is would seem altered.</summary>
internal static class AuditHash
{
    /// <summary>A post's seal: SHA-256 in hex of its snapshot.</summary>
    public static string Seal(Post post) => Convert.ToHexStringLower(SHA256.HashData(PostSnapshot.WithSlugs(post).ToUtf8()));

    /// <summary>The seal of what outlets, or categories, are called.</summary>
    public static void AddNames(IncrementalHash hash, IEnumerable<KeyValuePair<string, string>> namesBySlug)
    {
        foreach (var (slug, name) in namesBySlug.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Add(hash, slug, name);
        }
        Add(hash, default(string));
    }

    /// <param name="posts">In the order of their <see cref="AuditedPost.PostId"/>.</param>
    public static string OfPosts(IEnumerable<AuditedPost> posts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var post in posts)
        {
            Add(hash, post.PostId.ToString(CultureInfo.InvariantCulture), post.Day.ToString("O", CultureInfo.InvariantCulture), post.Before, post.After);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public static string OfRecord(AuditRecord record) => OfFields(
        [
            record.Id.ToString(CultureInfo.InvariantCulture),
            record.Edition.ToString(CultureInfo.InvariantCulture),
            record.At.Ticks.ToString(CultureInfo.InvariantCulture),
            record.Actor,
            record.Action,
            record.Subject,
            record.Reason,
            record.PostCount.ToString(CultureInfo.InvariantCulture),
            record.PostsHash,
            record.Previous,
        ]);

    /// <summary>SHA-256 in hex of some texts, each by itself.</summary>
    public static string OfFields(ReadOnlySpan<string?> fields)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, fields);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // The length keeps ("ab", "c") and ("a", "bc") apart.
    private static void Add(IncrementalHash hash, params ReadOnlySpan<string?> fields)
    {
        foreach (var field in fields)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(field is null ? "-;" : string.Create(CultureInfo.InvariantCulture, $"{field.Length}:{field};")));
        }
    }
}
