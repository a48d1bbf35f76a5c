using Microsoft.EntityFrameworkCore;

namespace Archive.Store.History.Auditing;

/// <summary>
/// Adds a change to the audit, in the change's own transaction. What there was before is read past the transaction: what others did to a
/// post since its last record is not this change's, and stays to be seen.
/// </summary>
internal sealed class AuditWriter(ArchiveContext archive, IDbContextFactory<ArchiveContext> store)
{
    // So many posts are in memory at once.
    private const int AtOnce = 500;

    /// <param name="days">Days (<see cref="Post.SortDay"/>) whose posts may have changed, before and after.</param>
    /// <param name="edition">The edition that the change makes.</param>
    public async Task AddAsync(AuditEntry entry, IReadOnlyCollection<DateOnly> days, long edition, DateTime now)
    {
        var last = await archive.AuditRecords.AsNoTracking().OrderByDescending(record => record.Id).FirstOrDefaultAsync();
        var id = (last?.Id ?? 0) + 1;
        await using var committed = await store.CreateDbContextAsync();
        List<AuditedPost> posts = [];
        foreach (var some in days.Order().Chunk(AtOnce))
        {
            posts.AddRange(await ChangedAsync(some, committed));
        }
        if (await NamesSeal.ChangedAsync(archive, committed) is { } names)
        {
            posts.Add(names);
        }
        // A post that moved from one day to another was met on both.
        posts = [.. posts.DistinctBy(post => post.PostId).OrderBy(post => post.PostId)];
        var rowId = posts.Count == 0 ? 0 : await archive.NextIdAsync<AuditedPost>();
        posts.ForEach(post => (post.Id, post.RecordId) = (rowId++, id));
        var record = new AuditRecord
        {
            Id = id, Edition = edition, At = Whole(now), Actor = entry.Actor, Action = entry.Action, Subject = entry.Subject, Reason = entry.Reason,
            PostCount = posts.Count, PostsHash = AuditHash.OfPosts(posts), Previous = last?.Hash ?? "", Hash = "",
        };
        record.Hash = AuditHash.OfRecord(record);
        await archive.BulkInsertAsync([record]);
        await archive.BulkInsertAsync(posts);
    }

    /// <summary>As many digits as both databases keep.</summary>
    public static DateTime Whole(DateTime moment) => new(moment.Ticks - moment.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);

    private async Task<List<AuditedPost>> ChangedAsync(DateOnly[] days, ArchiveContext committed)
    {
        var known = await archive.AuditedPosts.Where(row => row.PostId != NamesSeal.Id && days.Contains(row.Day)).Select(row => row.PostId).Distinct().ToListAsync();
        var there = await archive.Posts.Where(post => days.Contains(post.SortDay)).Select(post => post.Id).ToListAsync();
        List<AuditedPost> changed = [];
        foreach (var ids in known.Union(there).Order().Chunk(AtOnce))
        {
            var before = await LatestSeals.OfAsync(archive, ids);
            var posts = await archive.Posts.Where(post => ids.Contains(post.Id)).Whole().ToDictionaryAsync(post => post.Id);
            var some = ids.Select(id => Compared(id, before.GetValueOrDefault(id), posts.GetValueOrDefault(id))).OfType<AuditedPost>().ToList();
            var wereThere = some.ConvertAll(post => post.PostId);
            var former = await committed.Posts.Where(post => wereThere.Contains(post.Id)).Whole().ToDictionaryAsync(post => post.Id);
            some.ForEach(post => post.Before = former.TryGetValue(post.PostId, out var was) ? AuditHash.Seal(was) : null);
            changed.AddRange(some);
        }
        return changed;
    }

    private static AuditedPost? Compared(long id, AuditedPost? before, Post? post)
    {
        var seal = post is null ? null : AuditHash.Seal(post);
        return seal == before?.After ? null : new() { PostId = id, Day = post?.SortDay ?? before!.Day, After = seal };
    }
}
