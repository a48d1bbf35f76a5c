using Archive.Store;
using Microsoft.EntityFrameworkCore;

namespace Archive.Import.Writing;

/// <summary>Takes samples out of the store: one by one as their pages come in, or all of them.</summary>
internal static class SampleRows
{
    /// <summary>After real pages took the places of samples: what is left of these.</summary>
    /// <returns>The days that lost a post.</returns>
    public static async Task<IReadOnlyList<DateOnly>> RemoveReplacedAsync(ArchiveContext context, string[] titleKeys, long[] postIds, CancellationToken cancellation)
    {
        var days = await context.Posts.Where(post => post.IsSample && titleKeys.Contains(post.TitleKey)).Select(post => post.SortDay).ToListAsync(cancellation);
        await context.Posts.Where(post => post.IsSample && titleKeys.Contains(post.TitleKey)).ExecuteDeleteAsync(cancellation);
        await context.Problems.Where(row => row.Source!.IsSample && row.PostId != null && postIds.Contains(row.PostId.Value)).ExecuteDeleteAsync(cancellation);
        await context.Provenances.Where(row => row.Source!.IsSample && postIds.Contains(row.PostId)).ExecuteDeleteAsync(cancellation);
        await context.Sources.Where(source => source.IsSample && !context.Provenances.Any(row => row.SourceId == source.Id)).ExecuteDeleteAsync(cancellation);
        await TidyAsync(context, cancellation);
        return days;
    }

    /// <returns>The day of each post that went.</returns>
    public static async Task<IReadOnlyList<DateOnly>> RemoveAllAsync(ArchiveContext context, CancellationToken cancellation)
    {
        var groups = await context.Posts.Where(post => post.IsSample).Select(post => new ChangedPost(post.SourceKey, post.SortDay, post.Slug, false)).ToListAsync(cancellation);
        await context.Posts.Where(post => post.IsSample).ExecuteDeleteAsync(cancellation);
        await context.Sources.Where(source => source.IsSample).ExecuteDeleteAsync(cancellation);
        await TidyAsync(context, cancellation);
        await Groups.SettleAsync(context, groups, cancellation);
        return groups.ConvertAll(post => post.SortDay);
    }

    private static async Task TidyAsync(ArchiveContext context, CancellationToken cancellation)
    {
        await context.Categories.Where(category => category.Posts.Count == 0).ExecuteDeleteAsync(cancellation);
        await context.Outlets
            .Where(outlet => !context.Posts.Any(post => post.OutletId == outlet.Id) && !context.Headlines.Any(headline => headline.OutletId == outlet.Id))
            .ExecuteDeleteAsync(cancellation);
    }
}
