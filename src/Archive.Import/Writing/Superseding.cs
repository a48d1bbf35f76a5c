using Archive.Import.Matching;
using Archive.Store;
using Archive.Store.History;
using Microsoft.EntityFrameworkCore;

namespace Archive.Import.Writing;

/// <summary>Keeps the former state of posts and clears the way for their new text.</summary>
internal sealed class Superseding(ArchiveContext context, RevisionCause cause)
{
    public async Task KeepFormerAsync(IReadOnlyList<Post> posts, Dictionary<long, Post> former, CancellationToken cancellation)
    {
        if (former.Count == 0)
        {
            return;
        }
        List<EndingState> ending = [];
        foreach (var post in posts.Where(post => former.ContainsKey(post.Id)))
        {
            var before = former[post.Id];
            (post.Ordinal, post.CorrectedAt) = (before.Ordinal, before.CorrectedAt);
            var was = PostSnapshot.Of(before);
            // A sample is no former text of the page that takes its place.
            ending.Add(new(post.Id, was, !before.IsSample && !was.ReadsAs(PostSnapshot.Of(post), andCategories: false)));
        }
        await RevisionWriter.KeepAsync(context, ending, cause, cancellation);
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
            await RevisionWriter.KeepAsync(context, absorbed.Values.Select(other => new EndingState(other.Id, PostSnapshot.Of(other), false)), cause, cancellation);
            await context.Revisions.Where(row => ids.Contains(row.PostId) || row.JoinedTo != null && ids.Contains(row.JoinedTo.Value))
                .ExecuteUpdateAsync(row => row.SetProperty(r => r.JoinedTo, post.Id), cancellation);
            await FormerAddresses.JoinAsync(context, absorbed.Values, post.Id, cancellation);
            await context.Provenances.Where(row => ids.Contains(row.PostId)).ExecuteUpdateAsync(row => row.SetProperty(p => p.PostId, post.Id), cancellation);
            await context.Problems.Where(row => row.PostId != null && ids.Contains(row.PostId.Value)).ExecuteUpdateAsync(row => row.SetProperty(p => p.PostId, post.Id), cancellation);
            var there = await context.Set<PostCategory>().Where(row => row.PostId == post.Id).Select(row => row.CategoryId).ToListAsync(cancellation);
            var missing = absorbed.Values.SelectMany(other => other.Categories).Select(category => category.Id).Distinct().Except(there);
            await context.BulkInsertAsync(missing.Select(id => new PostCategory { PostId = post.Id, CategoryId = id }), cancellation);
            await context.Posts.Where(row => ids.Contains(row.Id)).ExecuteDeleteAsync(cancellation);
        }
    }
}
