using Archive.Import.Matching;
using Archive.Store;
using Archive.Store.History;
using Microsoft.EntityFrameworkCore;

namespace Archive.Import.Writing;

/// <summary>Reads out of the store what matching and superseding need to know, some hundred posts a question.</summary>
internal static class StoredPosts
{
    private const int AtOnce = 500;

    /// <summary>Adds the posts of these title keys to those known, without their texts.</summary>
    public static async Task LoadKeysAsync(ArchiveContext context, IEnumerable<string> titleKeys, KnownPosts known, CancellationToken cancellation)
    {
        foreach (var keys in titleKeys.Chunk(AtOnce))
        {
            var posts = await context.Posts.Where(post => keys.Contains(post.TitleKey)).OrderBy(post => post.Id).Select(post => new
            {
                post.Id, post.SourceKey, post.TitleKey, post.ContentHash, post.PrintedHash, post.IsSample,
                AsOf = post.Provenances.Where(p => p.PrintedHash == post.PrintedHash).Max(p => (DateTime?)p.Source!.ImportedAt),
            }).ToListAsync(cancellation);
            foreach (var post in posts)
            {
                known.Add(new()
                {
                    Id = post.Id,
                    Key = new(post.SourceKey, post.TitleKey),
                    ContentHash = post.ContentHash,
                    PrintedHash = post.PrintedHash,
                    IsSample = post.IsSample,
                    AsOf = post.AsOf ?? default,
                });
            }
        }
    }

    /// <summary>Reads the wordings of the copies of posts that a copy differs from; exact copies need none.</summary>
    public static async Task LoadCopiesAsync(ArchiveContext context, IEnumerable<KnownPost> posts, CancellationToken cancellation)
    {
        foreach (var some in posts.Chunk(AtOnce))
        {
            var ids = some.Select(post => post.Id).ToArray();
            var copies = (await context.Provenances.AsNoTracking().Where(copy => ids.Contains(copy.PostId)).ToListAsync(cancellation)).ToLookup(copy => copy.PostId, Wording.Of);
            foreach (var post in some)
            {
                post.Copies = [.. copies[post.Id]];
                post.Shown ??= post.Copies.First(copy => copy.PrintedHash == post.PrintedHash);
            }
        }
    }

    /// <summary>Posts with everything that hangs on them, in their order.</summary>
    public static async Task<Dictionary<long, Post>> WholeAsync(ArchiveContext context, IEnumerable<long> ids, CancellationToken cancellation)
    {
        var wanted = ids.ToArray();
        return await context.Posts.Where(post => wanted.Contains(post.Id)).Whole().ToDictionaryAsync(post => post.Id, cancellation);
    }
}
