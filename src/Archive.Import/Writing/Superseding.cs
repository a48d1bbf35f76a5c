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
        var revisionId = await context.NextIdAsync<Revision>(cancellation);
        await context.BulkInsertAsync(former.Values.OrderBy(post => post.Id).Select((post, i) => new Revision
        {
            Id = revisionId + i, PostId = post.Id, SupersededAt = now, SupersededBy = supersededBy, Snapshot = Snapshot.Of(post),
        }), cancellation);

        var superseding = posts.Where(post => former.ContainsKey(post.Id)).ToDictionary(post => post.Id);
        foreach (var post in superseding.Values)
        {
            post.Ordinal = former[post.Id].Ordinal;
        }
        await CarryLinesAsync(superseding, former, cancellation);

        var ids = former.Keys.ToArray();
        await context.Headlines.Where(row => ids.Contains(row.PostId)).ExecuteDeleteAsync(cancellation);
        await context.Passages.Where(row => ids.Contains(row.PostId)).ExecuteDeleteAsync(cancellation);
        await context.Signatories.Where(row => ids.Contains(row.PostId)).ExecuteDeleteAsync(cancellation);
        await context.Endnotes.Where(row => ids.Contains(row.PostId)).ExecuteDeleteAsync(cancellation);
    }

    // The sources that printed the former text say by position on which line each headline stood.
    private async Task CarryLinesAsync(Dictionary<long, Post> superseding, Dictionary<long, Post> former, CancellationToken cancellation)
    {
        var ids = former.Keys.ToArray();
        var provenances = await context.Provenances.AsNoTracking().Where(row => ids.Contains(row.PostId)).ToListAsync(cancellation);
        foreach (var ofPost in provenances.GroupBy(row => row.PostId))
        {
            var (before, after) = (PostText.Of(former[ofPost.Key]), PostText.Of(superseding[ofPost.Key]));
            foreach (var row in ofPost)
            {
                row.HeadlineLines = ProvenanceRows.Carried(before, row.HeadlineLines, after);
            }
        }
        await context.BulkUpdateAsync(provenances, cancellation);
    }
}
