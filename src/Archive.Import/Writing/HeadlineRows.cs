using Archive.Store;
using Microsoft.EntityFrameworkCore;

namespace Archive.Import.Writing;

/// <summary>Gives headlines their rows' ids and their public ids.</summary>
internal static class HeadlineRows
{
    private const int AtOnce = 2000;

    /// <param name="mayMeet">Posts whose headlines may stand in the store already under the same ids, by rights: their keys are known there.</param>
    /// <param name="former">Former states of posts: a headline that stood there with the same public id keeps its row's id.</param>
    public static async Task PrepareAsync(
        ArchiveContext context, List<Post> posts, Func<Post, bool> mayMeet, Dictionary<string, long> outletIds, Dictionary<long, Post> former, CancellationToken cancellation)
    {
        if (posts.TrueForAll(post => post.Headlines.Count == 0))
        {
            return;
        }
        await GiveIdsAsync(context, posts, mayMeet, cancellation);
        var nextId = await context.NextIdAsync<Headline>(cancellation);
        nextId = Math.Max(nextId, former.Values.SelectMany(post => post.Headlines).Select(headline => headline.Id + 1).DefaultIfEmpty().Max());
        foreach (var post in posts)
        {
            var rowIds = former.GetValueOrDefault(post.Id)?.Headlines.ToDictionary(headline => headline.PublicId, headline => headline.Id, StringComparer.Ordinal);
            foreach (var headline in post.Headlines)
            {
                headline.Id = rowIds?.GetValueOrDefault(headline.PublicId) is { } old and > 0 ? old : nextId++;
                headline.PostId = post.Id;
                headline.OutletId = headline.Outlet is { } outlet ? outletIds[outlet.Slug] : null;
            }
        }
    }

    // Two headlines in a million thousand millions share an id by chance; those of two posts under one source key do so by rights.
    private static async Task GiveIdsAsync(ArchiveContext context, List<Post> posts, Func<Post, bool> mayMeet, CancellationToken cancellation)
    {
        HashSet<string> given = new(StringComparer.Ordinal);
        var waiting = posts.SelectMany(post => post.Headlines, (post, headline) => (Post: post, Headline: headline)).ToList();
        for (var salt = 2; waiting.Count > 0; salt++)
        {
            var taken = await TakenAsync(context, waiting.Where(one => salt > 2 || mayMeet(one.Post)).Select(one => one.Headline.PublicId), cancellation);
            waiting.RemoveAll(one => !taken.Contains(one.Headline.PublicId) && given.Add(one.Headline.PublicId));
            foreach (var post in waiting.GroupBy(one => one.Post, one => one.Headline))
            {
                var wordings = HeadlineId.Wordings(post.Key.Headlines).ToList();
                foreach (var headline in post)
                {
                    var (folded, occurrence) = wordings[headline.Position];
                    headline.PublicId = HeadlineId.Of(post.Key.SourceKey, folded, occurrence, salt);
                }
            }
        }
    }

    private static async Task<HashSet<string>> TakenAsync(ArchiveContext context, IEnumerable<string> wanted, CancellationToken cancellation)
    {
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (var ids in wanted.Chunk(AtOnce))
        {
            taken.UnionWith(await context.Headlines.Where(headline => ids.Contains(headline.PublicId)).Select(headline => headline.PublicId)
                .Union(context.RemovedHeadlines.Where(headline => ids.Contains(headline.PublicId)).Select(headline => headline.PublicId)).ToListAsync(cancellation));
        }
        return taken;
    }
}
