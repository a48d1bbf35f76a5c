using Archive.Store.Removal;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Merging;

/// <summary>Which posts became part of which, over any number of steps.</summary>
public static class MergedPosts
{
    /// <returns>What became part of these posts, directly or by way of another; by the one of these.</returns>
    public static async Task<ILookup<long, RemovedPost>> IntoAsync(ArchiveContext archive, IEnumerable<long> ids, CancellationToken cancellation = default)
    {
        List<(long Into, RemovedPost Post)> found = [];
        for (var into = ids.Distinct().ToDictionary(id => id); into.Count > 0;)
        {
            var open = into.Keys.ToArray();
            var some = await archive.RemovedPosts.AsNoTracking().MergedInto(open).ToListAsync(cancellation);
            found.AddRange(some.Select(post => (into[post.MergedInto!.Value], post)));
            into = some.ToDictionary(post => post.Id, post => into[post.MergedInto!.Value]);
        }
        return found.ToLookup(pair => pair.Into, pair => pair.Post);
    }

    /// <returns>Which posts these became part of, and what those did.</returns>
    public static async Task<IReadOnlyCollection<long>> OverAsync(ArchiveContext archive, IEnumerable<long> ids, CancellationToken cancellation = default)
    {
        HashSet<long> found = [];
        for (var open = ids.ToArray(); open.Length > 0;)
        {
            var next = await archive.RemovedPosts.Where(post => open.Contains(post.Id) && post.MergedInto != null).Select(post => post.MergedInto!.Value).Distinct().ToListAsync(cancellation);
            open = [.. next.Where(found.Add)];
        }
        return found;
    }

    /// <returns>Of each post the one where it is read: itself, or what it became part of in the end.</returns>
    public static async Task<Dictionary<long, long>> EndsAsync(ArchiveContext archive, IEnumerable<long> ids, CancellationToken cancellation = default)
    {
        var ends = ids.Distinct().ToDictionary(id => id);
        for (; ; )
        {
            var open = ends.Values.Distinct().ToArray();
            var next = await archive.RemovedPosts.Where(post => open.Contains(post.Id) && post.MergedInto != null).ToDictionaryAsync(post => post.Id, post => post.MergedInto!.Value, cancellation);
            if (next.Count == 0)
            {
                return ends;
            }
            ends = ends.ToDictionary(pair => pair.Key, pair => next.GetValueOrDefault(pair.Value, pair.Value));
        }
    }
}
