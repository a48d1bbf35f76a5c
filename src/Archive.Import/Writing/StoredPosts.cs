using Archive.Import.Matching;
using Archive.Store;
using Archive.Store.History;
using Archive.Store.Merging;
using Archive.Store.Removal;
using Microsoft.EntityFrameworkCore;

namespace Archive.Import.Writing;

/// <summary>Reads out of the store what matching and superseding need to know, some hundred posts a question.</summary>
internal static class StoredPosts
{
    private const int AtOnce = 500;

    /// <summary>Adds the posts of these title keys to those known, without their texts; also those that were taken out.</summary>
    public static async Task LoadKeysAsync(ArchiveContext context, IEnumerable<string> titleKeys, KnownPosts known, CancellationToken cancellation)
    {
        foreach (var keys in titleKeys.Chunk(AtOnce))
        {
            var others = await context.OtherKeys.Where(key => keys.Contains(key.TitleKey)).Select(key => key.PostId).Distinct().ToListAsync(cancellation);
            // What became part of another post is known as that.
            var merged = await context.RemovedPosts.Where(post => post.State == RemovedState.Merged && (keys.Contains(post.TitleKey) || others.Contains(post.Id))).Select(post => post.Id).ToListAsync(cancellation);
            others.AddRange(await MergedPosts.OverAsync(context, merged, cancellation));
            var under = others.Count == 0
                ? context.Posts.Where(post => keys.Contains(post.TitleKey))
                : context.Posts.Where(post => keys.Contains(post.TitleKey) || others.Contains(post.Id));
            var posts = await under.OrderBy(post => post.Id).Select(post => new
            {
                post.Id, post.SourceKey, post.TitleKey, post.ContentHash, post.PrintedHash, post.IsSample, post.IsEdited,
                AsOf = post.Provenances.Where(p => p.PrintedHash == post.PrintedHash).Max(p => (DateTime?)p.Source!.ImportedAt),
            }).ToListAsync(cancellation);
            var edited = posts.Where(post => post.IsEdited).Select(post => post.Id).ToArray();
            var otherKeys = await OtherKeysAsync(context, edited, cancellation);
            foreach (var post in posts)
            {
                var one = known.Stored(post.Id) ?? new()
                {
                    Id = post.Id,
                    Key = new(post.SourceKey, post.TitleKey),
                    OtherKeys = [.. otherKeys[post.Id]],
                    ContentHash = post.ContentHash,
                    PrintedHash = post.PrintedHash,
                    IsSample = post.IsSample,
                    IsEdited = post.IsEdited,
                    AsOf = post.AsOf ?? default,
                };
                foreach (var title in one.OtherKeys.Select(key => key.Title).Append(post.TitleKey).Where(keys.Contains).Distinct())
                {
                    known.Add(one, title);
                }
            }
            await LoadRemovedAsync(context, keys, others, known, cancellation);
        }
    }

    private static async Task LoadRemovedAsync(ArchiveContext context, string[] titleKeys, List<long> others, KnownPosts known, CancellationToken cancellation)
    {
        var posts = await context.RemovedPosts.AsNoTracking().KeptOut().Where(post => post.State != RemovedState.Merged).Where(post => titleKeys.Contains(post.TitleKey) || others.Contains(post.Id))
            .OrderBy(post => post.Id).Include(post => post.Copies).ToListAsync(cancellation);
        var ids = posts.ConvertAll(post => post.Id);
        var otherKeys = await OtherKeysAsync(context, ids, cancellation);
        foreach (var post in posts.Where(post => known.Stored(post.Id) is null))
        {
            List<Wording> copies = [.. post.Copies.Select(copy => Wording.Of(copy.ToProvenance()))];
            var one = new KnownPost
            {
                Id = post.Id, Key = new(post.SourceKey, post.TitleKey), ContentHash = post.ContentHash, PrintedHash = post.PrintedHash, IsSample = post.IsSample, AsOf = default, Removed = post,
                OtherKeys = [.. otherKeys[post.Id]],
                Copies = copies, Shown = copies.Find(copy => copy.PrintedHash == post.PrintedHash),
            };
            foreach (var title in one.OtherKeys.Select(key => key.Title).Append(post.TitleKey).Distinct())
            {
                known.Add(one, title);
            }
        }
    }

    // Those of the states that editors gave them, and of what became part of them.
    private static async Task<ILookup<long, SourceKey>> OtherKeysAsync(ArchiveContext context, IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0)
        {
            return Array.Empty<OtherKey>().ToLookup(key => key.PostId, key => new SourceKey(key.SourceKey, key.TitleKey));
        }
        var merged = await MergedPosts.IntoAsync(context, ids, cancellation);
        var owners = merged.SelectMany(posts => posts, (posts, post) => (post.Id, Owner: posts.Key)).Concat(ids.Select(id => (Id: id, Owner: id))).ToDictionary(pair => pair.Id, pair => pair.Owner);
        var all = owners.Keys.ToArray();
        var keys = await context.OtherKeys.AsNoTracking().Where(key => all.Contains(key.PostId)).ToListAsync(cancellation);
        return keys.Select(key => (Owner: owners[key.PostId], Key: new SourceKey(key.SourceKey, key.TitleKey)))
            .Concat(merged.SelectMany(posts => posts, (posts, post) => (Owner: posts.Key, Key: new SourceKey(post.SourceKey, post.TitleKey)))).ToLookup(pair => pair.Owner, pair => pair.Key);
    }

    /// <summary>Reads the wordings of the copies of posts that a copy differs from; exact copies need none.</summary>
    public static async Task LoadCopiesAsync(ArchiveContext context, IEnumerable<KnownPost> posts, CancellationToken cancellation)
    {
        foreach (var some in posts.Chunk(AtOnce))
        {
            var ids = some.Select(post => post.Id).ToArray();
            var copies = (await context.Provenances.AsNoTracking().Where(copy => ids.Contains(copy.PostId)).ToListAsync(cancellation)).ToLookup(copy => copy.PostId);
            var edited = await WholeAsync(context, some.Where(post => post.IsEdited).Select(post => post.Id), cancellation);
            foreach (var post in some)
            {
                post.Copies = [.. copies[post.Id].Select(Wording.Of)];
                if (edited.TryGetValue(post.Id, out var text))
                {
                    // Another page may print what the editor wrote.
                    var now = PostText.Of(text).Wording;
                    post.Copies.Add(now);
                    post.Printed = EditedWording.AsPrinted(now, copies[post.Id]);
                }
                post.Shown ??= post.Copies.Find(copy => copy.PrintedHash == post.PrintedHash) ?? post.Copies[^1];
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
