using Archive.Store.Removal;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.History;

/// <summary>Which places below a day are taken: by posts that stand there, and by those that once did.</summary>
public static class FormerAddresses
{
    /// <summary>The last part of a post's address, as a former address keeps it.</summary>
    public static string Segment(string slug, int ordinal) => ordinal > 1 ? $"{slug}-{ordinal}" : slug;

    /// <summary>The row of the post that once stood at an address: at most one.</summary>
    public static IQueryable<FormerAddress> At(this IQueryable<FormerAddress> addresses, DateOnly? dateEnd, string segment)
    {
        var (day, slug) = (dateEnd ?? DateOnly.MinValue, Slug.Lookup(segment));
        return addresses.Where(address => address.Day == day && address.Segment == slug);
    }

    /// <summary>Ordinals that no post of this slug may have: another stands there by its slug, or whoever stood there is to be found there still.</summary>
    /// <param name="postIds">The posts that want one.</param>
    public static async Task<HashSet<int>> TakenAsync(ArchiveContext archive, DateOnly day, string slug, IReadOnlyCollection<long> postIds, CancellationToken cancellation = default)
    {
        var former = await archive.FormerAddresses.Where(address => address.Day == day && !postIds.Contains(address.PostId)).Select(address => address.Segment).ToListAsync(cancellation);
        former.AddRange((await archive.RemovedPosts.Where(post => post.SortDay == day).Select(post => new { post.Slug, post.Ordinal }).ToListAsync(cancellation)).Select(post => Segment(post.Slug, post.Ordinal)));
        var ordinals = Enumerable.Range(1, (postIds.Count + former.Count) * 2).ToDictionary(ordinal => Segment(slug, ordinal), StringComparer.Ordinal);
        var numbered = ordinals.Where(pair => pair.Value > 1).Select(pair => pair.Key).ToArray();
        var there = postIds.Count == 1 && former.Count == 0 ? [] : await archive.Posts.Where(post => post.SortDay == day && numbered.Contains(post.Slug)).Select(post => post.Slug).ToListAsync(cancellation);
        return [.. former.Union(there).Where(ordinals.ContainsKey).Select(segment => ordinals[segment])];
    }

    /// <summary>The last parts of addresses below these days where somebody stood: who went on, or was taken out. No newcomer gets them.</summary>
    public static async Task<HashSet<(DateOnly Day, string Segment)>> HeldAsync(ArchiveContext archive, IReadOnlyCollection<DateOnly> days, CancellationToken cancellation = default)
    {
        var former = await archive.FormerAddresses.Where(address => days.Contains(address.Day)).Select(address => new { address.Day, address.Segment }).ToListAsync(cancellation);
        var removed = await archive.RemovedPosts.Where(post => days.Contains(post.SortDay)).Select(post => new { post.SortDay, post.Slug, post.Ordinal }).ToListAsync(cancellation);
        return [.. former.Select(address => (address.Day, address.Segment)), .. removed.Select(post => (post.SortDay, Segment(post.Slug, post.Ordinal)))];
    }

    /// <summary>The first ordinal at which a post can stand: its own former place, or one where nobody is or was.</summary>
    internal static async Task<int> FreeOrdinalAsync(ArchiveContext archive, long postId, DateOnly day, string slug, int from, CancellationToken cancellation)
    {
        for (var ordinal = from; ; ordinal++)
        {
            var segment = Segment(slug, ordinal);
            if (!await archive.Posts.At(day, segment).AnyAsync(post => post.Id != postId, cancellation)
                && !await archive.RemovedPosts.At(day, segment).AnyAsync(post => post.Id != postId, cancellation)
                && !await archive.FormerAddresses.At(day, segment).AnyAsync(address => address.PostId != postId, cancellation))
            {
                return ordinal;
            }
        }
    }

    /// <summary>Remembers where a post stood; where it stands now is no former address.</summary>
    internal static async Task MoveAsync(ArchiveContext archive, Post before, Post after, CancellationToken cancellation)
    {
        var (from, to) = ((before.SortDay, Segment(before.Slug, before.Ordinal)), (after.SortDay, Segment(after.Slug, after.Ordinal)));
        if (from != to)
        {
            await archive.FormerAddresses.At(to.SortDay, to.Item2).ExecuteDeleteAsync(cancellation);
            await archive.FormerAddresses.At(from.SortDay, from.Item2).ExecuteDeleteAsync(cancellation);
            await archive.BulkInsertAsync([new FormerAddress { Day = from.SortDay, Segment = from.Item2, PostId = after.Id }], cancellation);
        }
    }

    /// <summary>After posts were joined to another: whoever comes to one of them is sent to that.</summary>
    public static async Task JoinAsync(ArchiveContext archive, IReadOnlyCollection<Post> joined, long postId, CancellationToken cancellation = default)
    {
        var ids = joined.Select(post => post.Id).ToArray();
        await archive.FormerAddresses.Where(address => ids.Contains(address.PostId)).ExecuteUpdateAsync(row => row.SetProperty(address => address.PostId, postId), cancellation);
        var rows = joined.Select(post => new FormerAddress { Day = post.SortDay, Segment = Segment(post.Slug, post.Ordinal), PostId = postId }).ToList();
        foreach (var row in rows)
        {
            await archive.FormerAddresses.At(row.Day, row.Segment).ExecuteDeleteAsync(cancellation);
        }
        await archive.BulkInsertAsync(rows, cancellation);
    }
}
