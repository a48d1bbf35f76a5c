using System.Data.Common;
using Archive.Import.Matching;
using Archive.Store;
using Archive.Store.History;
using Microsoft.EntityFrameworkCore;

namespace Archive.Import.Writing;

/// <summary>Writes a file's posts: those that are new, those whose text is superseded, and the categories of all.</summary>
/// <param name="cause">What the revisions of superseded posts say.</param>
/// <param name="knownPosts">The posts of the store that were met.</param>
/// <param name="isCareful">Asks of every headline's id whether it is free; otherwise only where the store has posts that could have it by rights.</param>
internal sealed class PostWriter(ArchiveContext context, RevisionCause cause, ReadSeed seed, KnownPosts knownPosts, bool isCareful)
{
    // So many posts are held in memory and written at once.
    private const int AtOnce = 256;

    private readonly HashSet<long> written = [];

    /// <summary>Posts whose wording this file gave, for settling their groups.</summary>
    public List<ChangedPost> Changed { get; } = [];

    /// <summary>Days of posts whose wording stayed, but which stand in another category from now on.</summary>
    public List<DateOnly> Refiled { get; } = [];

    /// <returns>The ids of the categories that the file names, by slug.</returns>
    public async Task<Dictionary<string, long>> WriteAsync(IReadOnlyList<Matched> kept, CancellationToken cancellation)
    {
        var nextId = await context.NextPostIdAsync(cancellation);
        var met = kept.Select(match => match.Known).Distinct().ToList();
        var joined = met.FindAll(known => known.Absorbed.Count > 0);
        if (joined.Count > 0)
        {
            await new Superseding(context, cause).JoinAsync(joined, cancellation);
            var ids = joined.Select(known => known.Id).ToArray();
            Changed.AddRange(await context.Posts.Where(post => ids.Contains(post.Id))
                .Select(post => new ChangedPost(post.SourceKey, post.SortDay, post.Slug, true)).ToListAsync(cancellation));
        }
        var changed = met.FindAll(known => known.TextFrom is not null);
        var carried = joined.Union(changed.Where(known => known.Id > 0)).ToList();
        foreach (var some in changed.Chunk(AtOnce))
        {
            var former = await StoredPosts.WholeAsync(context, some.Where(known => known.Id > 0).Select(known => known.Id), cancellation);
            foreach (var known in some.Where(known => known.Id == 0))
            {
                known.Id = nextId++;
            }
            await WriteAsync([.. some.Select(Draft)], former, cancellation);
        }
        await ProvenanceRows.CarryAsync(context, carried, cancellation);
        return await WriteCategoriesAsync(kept, cancellation);
    }

    private PostDraft Draft(KnownPost known)
    {
        var draft = PostDraft.Of(seed.Parsed.Posts[known.TextFrom!.Value], seed.File.IsSample);
        draft.Post.Id = known.Id;
        draft.Post.ContentHash = known.ContentHash;
        draft.Post.PrintedHash = known.PrintedHash;
        foreach (var (headline, id) in draft.Post.Headlines.Zip(seed.Copies[known.TextFrom.Value].HeadlineIds))
        {
            headline.PublicId = HeadlineId.Spelled(id);
        }
        return draft;
    }

    private async Task WriteAsync(List<PostDraft> drafts, Dictionary<long, Post> former, CancellationToken cancellation)
    {
        var posts = drafts.ConvertAll(draft => draft.Post);
        written.UnionWith(posts.Select(post => post.Id));
        var outlets = posts.Select(post => post.Outlet).Concat(posts.SelectMany(post => post.Headlines, (_, headline) => headline.Outlet));
        var outletIds = await Named.OutletIdsAsync(context, outlets.OfType<Outlet>(), cancellation);
        posts.ForEach(post => post.OutletId = post.Outlet is { } outlet ? outletIds[outlet.Slug] : null);

        await new Superseding(context, cause).KeepFormerAsync(posts, former, cancellation);
        await context.BulkUpdateAsync(posts.Where(post => former.ContainsKey(post.Id)), cancellation);
        await context.BulkInsertAsync(posts.Where(post => !former.ContainsKey(post.Id)), cancellation);

        await HeadlineRows.PrepareAsync(context, posts, post => isCareful || !IsAlone(post, former), outletIds, former, cancellation);
        await InsertHeadlinesAsync(posts, cancellation);
        await InsertAsync(posts, post => post.Passages, (row, post, id) => (row.PostId, row.Id) = (post, id), cancellation);
        await InsertAsync(posts, post => post.Signatories, (row, post, id) => (row.PostId, row.Id) = (post, id), cancellation);
        await InsertAsync(posts, post => post.Endnotes, (row, post, id) => (row.PostId, row.Id) = (post, id), cancellation);
        Changed.AddRange(posts.Select(post => new ChangedPost(post.SourceKey, post.SortDay, post.Slug, false)));
    }

    // New, and no other post of its title is known: nothing in the store was made from its key.
    private bool IsAlone(Post post, Dictionary<long, Post> former) => !former.ContainsKey(post.Id) && knownPosts.Count(post.TitleKey) == 1;

    private async Task InsertHeadlinesAsync(List<Post> posts, CancellationToken cancellation)
    {
        try
        {
            await context.BulkInsertAsync(posts.SelectMany(post => post.Headlines), cancellation);
        }
        catch (DbException e) when (!isCareful)
        {
            throw new HeadlinesRefusedException(e);
        }
    }

    private async Task InsertAsync<TRow>(List<Post> posts, Func<Post, List<TRow>> rowsOf, Action<TRow, long, long> place, CancellationToken cancellation)
        where TRow : class
    {
        if (posts.TrueForAll(post => rowsOf(post).Count == 0))
        {
            return;
        }
        var id = await context.NextIdAsync<TRow>(cancellation);
        foreach (var post in posts)
        {
            rowsOf(post).ForEach(row => place(row, post.Id, id++));
        }
        await context.BulkInsertAsync(posts.SelectMany(rowsOf), cancellation);
    }

    // A post stands in the categories of all pages that it was found on.
    private async Task<Dictionary<string, long>> WriteCategoriesAsync(IReadOnlyList<Matched> kept, CancellationToken cancellation)
    {
        var named = kept.SelectMany(match => seed.Parsed.Posts[match.Index].Categories, (match, name) => (match.Known, Category: Named.Category(name))).ToList();
        var ids = await Named.CategoryIdsAsync(context, named.Select(pair => pair.Category), cancellation);
        // An editor's text is filed as the editor filed it.
        foreach (var some in named.Where(pair => !pair.Known.IsEdited).Select(pair => (PostId: pair.Known.Id, CategoryId: ids[pair.Category.Slug])).Distinct().Chunk(AtOnce))
        {
            var posts = some.Select(pair => pair.PostId).Distinct().ToArray();
            var there = await context.Set<PostCategory>().Where(row => posts.Contains(row.PostId)).Select(row => new { row.PostId, row.CategoryId }).ToListAsync(cancellation);
            var missing = some.Except(there.Select(row => (row.PostId, row.CategoryId))).ToList();
            var refiled = missing.Select(pair => pair.PostId).Where(id => !written.Contains(id)).Distinct().ToArray();
            if (refiled.Length > 0)
            {
                Refiled.AddRange(await context.Posts.Where(post => refiled.Contains(post.Id)).Select(post => post.SortDay).ToListAsync(cancellation));
            }
            await context.BulkInsertAsync(missing.Select(pair => new PostCategory { PostId = pair.PostId, CategoryId = pair.CategoryId }), cancellation);
        }
        return ids;
    }
}

/// <summary>The store refused headlines whose ids had not been asked for; perhaps one met another by chance.</summary>
internal sealed class HeadlinesRefusedException(DbException cause) : Exception(cause.Message, cause);
