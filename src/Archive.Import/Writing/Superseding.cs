using Archive.Import.Matching;
using Archive.Store;
using Archive.Store.History;
using Microsoft.EntityFrameworkCore;

namespace Archive.Import.Writing;

/// <summary>Keeps the former state of posts and clears the way for their new text.</summary>
internal sealed class Superseding(ArchiveContext context, DateTime now, string supersededBy)
{
    public async Task KeepFormerAsync(IReadOnlyList<Post> posts, Dictionary<long, Post> former, CancellationToken cancellation)
    {
        if (former.Count == 0)
        {
            return;
        }
        await AddRevisionsAsync(former.Values.Select(post => (post.Id, post)), cancellation);
        foreach (var post in posts)
        {
            post.Ordinal = former.TryGetValue(post.Id, out var before) ? before.Ordinal : post.Ordinal;
        }
        var ids = former.Keys.ToArray();
        await context.Headlines.Where(row => ids.Contains(row.PostId)).ExecuteDeleteAsync(cancellation);
        await context.Passages.Where(row => ids.Contains(row.PostId)).ExecuteDeleteAsync(cancellation);
        await context.Signatories.Where(row => ids.Contains(row.PostId)).ExecuteDeleteAsync(cancellation);
        await context.Endnotes.Where(row => ids.Contains(row.PostId)).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Takes posts out of the store that a copy showed to be others; what hung on them hangs on those from now on.</summary>
    public async Task JoinAsync(IReadOnlyCollection<KnownPost> posts, CancellationToken cancellation)
    {
        foreach (var post in posts)
        {
            var ids = post.Absorbed.Select(other => other.Id).ToArray();
            var absorbed = await StoredPosts.WholeAsync(context, ids, cancellation);
            await AddRevisionsAsync(absorbed.Values.Select(other => (post.Id, other)), cancellation);
            await context.Revisions.Where(row => ids.Contains(row.PostId)).ExecuteUpdateAsync(row => row.SetProperty(r => r.PostId, post.Id), cancellation);
            await context.Provenances.Where(row => ids.Contains(row.PostId)).ExecuteUpdateAsync(row => row.SetProperty(p => p.PostId, post.Id), cancellation);
            await context.Problems.Where(row => row.PostId != null && ids.Contains(row.PostId.Value)).ExecuteUpdateAsync(row => row.SetProperty(p => p.PostId, post.Id), cancellation);
            var there = await context.Set<PostCategory>().Where(row => row.PostId == post.Id).Select(row => row.CategoryId).ToListAsync(cancellation);
            var missing = absorbed.Values.SelectMany(other => other.Categories).Select(category => category.Id).Distinct().Except(there);
            await context.BulkInsertAsync(missing.Select(id => new PostCategory { PostId = post.Id, CategoryId = id }), cancellation);
            await context.Posts.Where(row => ids.Contains(row.Id)).ExecuteDeleteAsync(cancellation);
        }
    }

    private async Task AddRevisionsAsync(IEnumerable<(long PostId, Post Former)> former, CancellationToken cancellation)
    {
        var id = await context.NextIdAsync<Revision>(cancellation);
        await context.BulkInsertAsync(former.OrderBy(one => one.Former.Id).Select((one, i) => new Revision
        {
            Id = id + i, PostId = one.PostId, SupersededAt = now, SupersededBy = supersededBy, Snapshot = PostSnapshot.Of(one.Former).ToJson(),
        }), cancellation);
    }
}
