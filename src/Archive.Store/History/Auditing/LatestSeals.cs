using Microsoft.EntityFrameworkCore;

namespace Archive.Store.History.Auditing;

/// <summary>What the audit last said of posts.</summary>
internal static class LatestSeals
{
    /// <returns>Every row of these posts, the oldest first; by the post's row id.</returns>
    public static async Task<ILookup<long, AuditedPost>> AllOfAsync(ArchiveContext archive, IReadOnlyCollection<long> ids, CancellationToken cancellation) =>
        (await archive.AuditedPosts.AsNoTracking().Where(row => ids.Contains(row.PostId)).OrderBy(row => row.Id).ToListAsync(cancellation)).ToLookup(row => row.PostId);

    /// <returns>The newest row of each post that the audit knows, also of those that went; by the post's row id.</returns>
    public static async Task<Dictionary<long, AuditedPost>> OfAsync(ArchiveContext archive, IReadOnlyCollection<long> ids, CancellationToken cancellation = default)
    {
        var newest = archive.AuditedPosts.Where(row => ids.Contains(row.PostId)).GroupBy(row => row.PostId).Select(post => post.Max(row => row.Id));
        return await archive.AuditedPosts.AsNoTracking().Where(row => newest.Contains(row.Id)).ToDictionaryAsync(row => row.PostId, cancellation);
    }
}
