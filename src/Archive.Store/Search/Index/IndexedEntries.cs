using Archive.Store.Links.Checking;
using Archive.Store.Prose;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Search.Index;

/// <summary>Reads what is to be indexed out of the store, in the order of results.</summary>
internal sealed class IndexedEntries(ArchiveContext archive)
{
    private static readonly SearchState[] Lost = [SearchState.Lost], Linked = [SearchState.Linked], LinkedAndDead = [SearchState.Linked, SearchState.Dead], Empty = [SearchState.Empty];

    private readonly Dictionary<long, Outlet> outlets = [];

    /// <summary>The entries of the posts that are published from the first day to the last, newest first; those of one post follow each other.</summary>
    public async Task<List<IndexedEntry>> ReadAsync(SearchUnit unit, DateOnly first, DateOnly last, CancellationToken cancellation)
    {
        var posts = archive.Posts.AsNoTracking().Where(post => post.SortDay >= first && post.SortDay <= last);
        // By their ids: asked in one question with the days, a database may read every headline there is.
        var ids = await posts.Select(post => post.Id).ToArrayAsync(cancellation);
        var categories = await archive.Set<PostCategory>().AsNoTracking().Where(row => ids.Contains(row.PostId)).ToListAsync(cancellation);
        var named = categories.Count == 0 ? [] : await archive.Categories.AsNoTracking().ToDictionaryAsync(category => category.Id, cancellation);
        var byPost = categories.ToLookup(row => row.PostId, row => named[row.CategoryId]);
        return unit == SearchUnit.Headline ? await HeadlinesAsync(posts, ids, byPost, cancellation) : await PostsAsync(posts, ids, byPost, cancellation);
    }

    private async Task<List<IndexedEntry>> HeadlinesAsync(IQueryable<Post> posts, long[] ids, ILookup<long, Category> categories, CancellationToken cancellation)
    {
        var listing = await posts.Where(post => post.HeadlineCount > 0).NewestFirst()
            .Select(post => new { post.Id, post.Kind, post.DatePrecision, post.DateStart, post.SortDay, post.Place, post.HeadlineCount }).ToListAsync(cancellation);
        var headlines = await archive.Headlines.InPosts(ids)
            .OrderBy(headline => headline.PostId).ThenBy(headline => headline.Position)
            .Select(headline => new { headline.PostId, headline.Position, headline.Text, headline.OutletId, headline.Url, headline.UrlKey }).ToListAsync(cancellation);
        await KnowAsync(headlines.Select(headline => headline.OutletId), cancellation);
        var dead = await DeadLinks.AmongAsync(archive, headlines.Select(headline => (headline.UrlKey, headline.Url)), cancellation);
        var ofPost = headlines.ToLookup(headline => headline.PostId);
        List<IndexedEntry> entries = new(headlines.Count);
        foreach (var row in listing)
        {
            IndexedPost post = new(row.Id, row.Kind, row.DatePrecision, row.DateStart, row.SortDay, "", row.Place, row.HeadlineCount, [.. categories[row.Id].OrderBy(one => one.Id)]);
            entries.AddRange(ofPost[row.Id].Select(headline => new IndexedEntry(
                post, headline.Position, [headline.Text], headline.OutletId, Named(headline.OutletId), headline.Url is null ? Lost : dead.Has(headline.UrlKey, headline.Url) ? LinkedAndDead : Linked)));
        }
        return entries;
    }

    private async Task<List<IndexedEntry>> PostsAsync(IQueryable<Post> posts, long[] ids, ILookup<long, Category> categories, CancellationToken cancellation)
    {
        var rows = await posts.NewestFirst().ToListAsync(cancellation);
        var passages = (await archive.Passages.Where(passage => ids.Contains(passage.PostId) && passage.Role != PassageRole.Contact)
            .OrderBy(passage => passage.PostId).ThenBy(passage => passage.Position)
            .Select(passage => new { passage.PostId, passage.Role, passage.Text }).ToListAsync(cancellation)).ToLookup(passage => passage.PostId, passage => PostTexts.Of(passage.Role, passage.Text));
        var signatories = (await archive.Signatories.Where(signatory => ids.Contains(signatory.PostId))
            .OrderBy(signatory => signatory.PostId).ThenBy(signatory => signatory.Position)
            .Select(signatory => new { signatory.PostId, signatory.Name }).ToListAsync(cancellation)).ToLookup(signatory => signatory.PostId, signatory => signatory.Name);
        await KnowAsync(rows.Select(post => post.OutletId), cancellation);
        return rows.ConvertAll(row => new IndexedEntry(
            new(row.Id, row.Kind, row.DatePrecision, row.DateStart, row.SortDay, row.Title, row.Place, row.HeadlineCount, [.. categories[row.Id].OrderBy(one => one.Id)]),
            0,
            [.. PostTexts.Of(row), .. passages[row.Id].SelectMany(lines => lines), .. signatories[row.Id]],
            row.OutletId,
            Named(row.OutletId),
            row is { Kind: PostKind.Digest, HeadlineCount: 0 } ? Empty : []));
    }

    private async Task KnowAsync(IEnumerable<long?> ids, CancellationToken cancellation)
    {
        var unknown = ids.OfType<long>().Distinct().Where(id => !outlets.ContainsKey(id)).ToArray();
        if (unknown.Length > 0)
        {
            foreach (var outlet in await archive.Outlets.AsNoTracking().Where(outlet => unknown.Contains(outlet.Id)).ToListAsync(cancellation))
            {
                outlets[outlet.Id] = outlet;
            }
        }
    }

    private Outlet? Named(long? id) => id is { } known ? outlets.GetValueOrDefault(known) : null;
}

/// <summary>Which parts of a post are searched beside its passages and signatories; the contact block is not.</summary>
internal static class PostTexts
{
    public static IEnumerable<string> Of(Post post) => new[] { post.Title, post.Standfirst, post.Issuer, post.Addressee, post.Author, post.Caption }.OfType<string>();

    /// <summary>The words of a passage, without the signs of its Markdown.</summary>
    public static IReadOnlyList<string> Of(PassageRole role, string text) => role == PassageRole.Markdown ? MarkdownText.Lines(text) : [text];
}
