using Microsoft.EntityFrameworkCore;

namespace Archive.Store.History.Auditing;

/// <summary>How much one account changes: somebody who stole a session is quicker than any editor (T34).</summary>
public static class ChangePace
{
    /// <summary>So many posts may be changed <see cref="Within"/> on one proof of the second factor.</summary>
    public const int MostPosts = 30;

    public static readonly TimeSpan Within = TimeSpan.FromMinutes(10);

    /// <returns>From when on more posts were changed than one proof allows, UTC; null where they were not.</returns>
    public static async Task<DateTime?> TooManySinceAsync(ArchiveContext archive, string actor, DateTime now, CancellationToken cancellation = default)
    {
        var since = now - Within;
        var recent = archive.AuditRecords.Where(record => record.Actor == actor && record.At > since);
        var posts = await archive.AuditedPosts.Where(post => post.PostId != NamesSeal.Id && recent.Any(record => record.Id == post.RecordId))
            .Select(post => post.PostId).Distinct().CountAsync(cancellation);
        return posts < MostPosts ? null : await recent.MinAsync(record => record.At, cancellation);
    }
}
