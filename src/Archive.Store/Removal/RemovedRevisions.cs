using System.Text.Json;
using System.Text.Json.Nodes;
using Archive.Store.History;
using Archive.Store.Merging;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Removal;

/// <summary>
/// The history of a post that goes. It hangs on no post, but it is text of this one: it goes with it, so that no list of corrections quotes
/// what was withdrawn, and comes back with it under the same numbers. So does the history of what became part of it.
/// </summary>
internal static class RemovedRevisions
{
    private const string Key = "$revisions";

    /// <returns>The highest number among those of each post.</returns>
    public static async Task<Dictionary<long, long>> TakeAsync(ArchiveContext archive, Dictionary<long, JsonObject> rows, CancellationToken cancellation)
    {
        List<long> posts = [.. rows.Keys];
        var owners = (await MergedPosts.IntoAsync(archive, posts, cancellation)).SelectMany(merged => merged, (into, merged) => (merged.Id, Into: into.Key)).ToDictionary(pair => pair.Id, pair => pair.Into);
        posts.ForEach(id => owners.Add(id, id));
        List<long> ids = [.. owners.Keys];
        var theirs = archive.Revisions.Where(revision => ids.Contains(revision.PostId) || revision.JoinedTo != null && ids.Contains(revision.JoinedTo.Value));
        var byPost = (await theirs.AsNoTracking().OrderBy(revision => revision.Id).ToListAsync(cancellation))
            .GroupBy(revision => owners.TryGetValue(revision.PostId, out var owner) ? owner : owners[revision.JoinedTo!.Value]).ToList();
        byPost.ForEach(post => rows[post.Key][Key] = JsonSerializer.SerializeToNode(post.ToList(), HangingRows.Plain));
        await theirs.ExecuteDeleteAsync(cancellation);
        return byPost.ToDictionary(post => post.Key, post => post.Max(revision => revision.Id));
    }

    public static Task PutBackAsync(ArchiveContext archive, JsonObject rows, CancellationToken cancellation) =>
        archive.BulkInsertAsync(rows[Key]?.Deserialize<List<Revision>>(HangingRows.Plain) ?? [], cancellation);
}
