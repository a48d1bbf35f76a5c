using Archive.Store;
using Archive.Store.History;
using Microsoft.EntityFrameworkCore;

namespace Archive.Import.Writing;

/// <summary>A post that came, went, or changed its wording.</summary>
/// <param name="Joined">It took in others of its source key, and may be alone now.</param>
internal sealed record ChangedPost(string SourceKey, DateOnly SortDay, string Slug, bool Joined);

/// <summary>Settles what posts of one address, or of one source key, have among themselves, by a rule that knows no order of import.</summary>
internal static class Groups
{
    private const int AtOnce = 500;

    public static async Task SettleAsync(ArchiveContext context, IReadOnlyCollection<ChangedPost> changed, CancellationToken cancellation)
    {
        foreach (var some in changed.Chunk(AtOnce))
        {
            await SettleOrdinalsAsync(context, some, cancellation);
            await SettleKeysAsync(context, some, cancellation);
        }
    }

    // "-2" goes by content hash. "report" may have to pass over 2 because the day has a post of the slug "report-2".
    private static async Task SettleOrdinalsAsync(ArchiveContext context, ChangedPost[] changed, CancellationToken cancellation)
    {
        var slugs = changed.SelectMany(post => Base(post.Slug) is { } shorter ? [post.Slug, shorter] : new[] { post.Slug }).Distinct().ToArray();
        var days = changed.Select(post => post.SortDay).Distinct().ToArray();
        var posts = await context.Posts.Where(post => slugs.Contains(post.Slug) && days.Contains(post.SortDay))
            .Select(post => new { post.Id, post.SortDay, post.Slug, post.Ordinal, post.ContentHash, post.SourceKey, post.IsEdited }).ToListAsync(cancellation);
        var held = await FormerAddresses.HeldAsync(context, days, cancellation);
        foreach (var group in posts.GroupBy(post => (post.SortDay, post.Slug)).Where(group => group.Count() > 1 || group.First().Ordinal > 1 || held.Contains(group.Key)))
        {
            var passedOver = await FormerAddresses.TakenAsync(context, group.Key.SortDay, group.Key.Slug, [.. group.Select(post => post.Id)], cancellation);
            // What an editor saw to stays where it is.
            passedOver.UnionWith(group.Where(post => post.IsEdited).Select(post => post.Ordinal));
            var ordinal = 0;
            foreach (var post in group.Where(post => !post.IsEdited).OrderBy(post => post.ContentHash, StringComparer.Ordinal).ThenBy(post => post.SourceKey, StringComparer.Ordinal))
            {
                do
                {
                    ordinal++;
                }
                while (passedOver.Contains(ordinal));
                var settled = ordinal;
                if (post.Ordinal != settled)
                {
                    await context.Posts.Where(row => row.Id == post.Id).ExecuteUpdateAsync(row => row.SetProperty(p => p.Ordinal, settled), cancellation);
                }
            }
        }
    }

    // "report-2" -> "report"
    private static string? Base(string slug)
    {
        var cut = slug.LastIndexOf('-');
        return cut > 0 && cut < slug.Length - 1 && slug.AsSpan(cut + 1).IndexOfAnyExceptInRange('0', '9') < 0 ? slug[..cut] : null;
    }

    // Two posts of one source key: equal headlines get their ids, and empty copies their post, in the order of content hashes.
    private static async Task SettleKeysAsync(ArchiveContext context, ChangedPost[] changed, CancellationToken cancellation)
    {
        var keys = changed.Select(post => post.SourceKey).Distinct().ToArray();
        var shared = await context.Posts.Where(post => keys.Contains(post.SourceKey)).Select(post => post.SourceKey)
            .Concat(context.RemovedPosts.Where(post => keys.Contains(post.SourceKey)).Select(post => post.SourceKey)).GroupBy(key => key)
            .Where(group => group.Count() > 1).Select(group => group.Key).ToListAsync(cancellation);
        foreach (var key in shared.Union(changed.Where(post => post.Joined).Select(post => post.SourceKey)))
        {
            var posts = await context.Posts.AsNoTracking().Where(post => post.SourceKey == key).OrderBy(post => post.ContentHash)
                .Include(post => post.Headlines.OrderBy(headline => headline.Position)).ToListAsync(cancellation);
            if (posts.Count == 0)
            {
                continue;
            }
            var gone = await context.RemovedPosts.Where(post => post.SourceKey == key).SelectMany(post => post.Headlines).Select(headline => headline.PublicId)
                .ToHashSetAsync(StringComparer.Ordinal, cancellation);
            await SettleHeadlineIdsAsync(context, posts, gone, cancellation);
            var ids = posts.ConvertAll(post => post.Id);
            await context.Problems
                .Where(row => row.PostId != null && ids.Contains(row.PostId.Value) && context.Provenances.Any(from => from.PostId == row.PostId
                    && from.SourceId == row.SourceId && from.TextLines == 0 && row.Line >= from.LineFirst && row.Line <= from.LineLast))
                .ExecuteUpdateAsync(row => row.SetProperty(p => p.PostId, ids[0]), cancellation);
            await context.Provenances.Where(row => row.TextLines == 0 && ids.Contains(row.PostId))
                .ExecuteUpdateAsync(row => row.SetProperty(p => p.PostId, ids[0]), cancellation);
            await SettleCategoriesAsync(context, posts.FindAll(post => !post.IsEdited).ConvertAll(post => post.Id), cancellation);
        }
    }

    // Where a copy went over to another post, so did its category.
    private static async Task SettleCategoriesAsync(ArchiveContext context, List<long> ids, CancellationToken cancellation)
    {
        var filed = await context.Provenances.Where(row => ids.Contains(row.PostId)).Select(row => new { row.PostId, row.CategoryIds }).ToListAsync(cancellation);
        await context.Set<PostCategory>().Where(row => ids.Contains(row.PostId)).ExecuteDeleteAsync(cancellation);
        var rows = filed.SelectMany(row => row.CategoryIds, (row, category) => (row.PostId, CategoryId: category)).Distinct();
        await context.BulkInsertAsync(rows.Select(row => new PostCategory { PostId = row.PostId, CategoryId = row.CategoryId }), cancellation);
    }

    private static async Task SettleHeadlineIdsAsync(ArchiveContext context, List<Post> posts, HashSet<string> gone, CancellationToken cancellation)
    {
        Dictionary<(string, int), int> salts = [];
        List<(Headline Headline, string Id)> unsettled = [];
        // A headline that an editor mended keeps its id, whatever it says now.
        var kept = posts.Where(post => post.IsEdited).SelectMany(post => post.Headlines).Select(headline => headline.PublicId).ToHashSet(StringComparer.Ordinal);
        foreach (var post in posts.Where(post => !post.IsEdited))
        {
            foreach (var (headline, wording) in post.Headlines.Zip(HeadlineId.Wordings(post.Headlines)))
            {
                string id;
                do
                {
                    var salt = salts[wording] = salts.GetValueOrDefault(wording) + 1;
                    id = HeadlineId.Of(post.SourceKey, wording.Folded, wording.Occurrence, salt);
                }
                while (kept.Contains(id) || gone.Contains(id));
                if (headline.PublicId != id)
                {
                    unsettled.Add((headline, id));
                }
            }
        }
        // Ids may change places among headlines, and no two may have one at any moment.
        await context.BulkUpdateAsync(unsettled.Select(pair => { pair.Headline.PublicId = $"#{pair.Headline.Id}"; return pair.Headline; }), cancellation);
        await context.BulkUpdateAsync(unsettled.Select(pair => { pair.Headline.PublicId = pair.Id; return pair.Headline; }), cancellation);
    }
}
