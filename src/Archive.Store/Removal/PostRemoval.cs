using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Removal;

/// <summary>How a post is removed.</summary>
/// <param name="Actor">As in <see cref="History.Auditing.AuditEntry.Actor"/>.</param>
/// <param name="Reason">Said to readers, where it is withdrawn.</param>
public sealed record Removing(RemovedState State, string Actor, DateTime At, string? Reason = null, long? MergedInto = null, bool ImportBringsBack = false)
{
    /// <summary>Of a post that is merged into another: where each of its headlines is found there.</summary>
    public IReadOnlyDictionary<string, string>? MovedTo { get; init; }
}

/// <summary>Takes posts out of the tables that readers' pages ask, and puts them back as they were, inside a running change.</summary>
internal sealed class PostRemoval(ArchiveContext archive)
{
    private const int AtOnce = 200;

    /// <returns>The day of each post that went: to be named to <see cref="ArchiveWrite.KeepUpAsync"/>.</returns>
    public async Task<IReadOnlyList<DateOnly>> RemoveAsync(IEnumerable<long> ids, Removing how, CancellationToken cancellation)
    {
        List<DateOnly> days = [];
        foreach (var some in ids.Distinct().Order().Chunk(AtOnce))
        {
            days.AddRange(await RemoveSomeAsync(some, how, cancellation));
        }
        return days;
    }

    /// <summary>Puts a post back with its row, its address, its headlines' addresses, its provenance and its revisions.</summary>
    /// <returns>Its day; null where it is not there, or its text was destroyed.</returns>
    public async Task<DateOnly?> PutBackAsync(long id, CancellationToken cancellation)
    {
        var removed = await archive.RemovedPosts.AsNoTracking().Include(post => post.Copies).SingleOrDefaultAsync(post => post.Id == id, cancellation);
        var content = await archive.RemovedContents.AsNoTracking().SingleOrDefaultAsync(one => one.PostId == id, cancellation);
        if (removed is null || content?.Rows is null)
        {
            return null;
        }
        await ForgetAsync([id], cancellation);
        var rows = (JsonObject)JsonNode.Parse(content.Rows)!;
        var names = await RemovedNames.ReadAsync(archive, rows, cancellation);
        await new HangingRows(archive).WriteAsync(rows, row => names.Point(row), cancellation);
        await RemovedRevisions.PutBackAsync(archive, rows, cancellation);
        await archive.Posts.Where(post => post.Id == id).ExecuteUpdateAsync(row => row.SetProperty(post => post.Ordinal, removed.Ordinal), cancellation);
        var next = await archive.NextIdAsync<Provenance>(cancellation);
        await archive.BulkInsertAsync(removed.Copies.OrderBy(copy => copy.Id).Select((copy, i) =>
        {
            var provenance = copy.ToProvenance();
            provenance.Id = next + i;
            provenance.CategoryIds = [.. provenance.CategoryIds.Select(category => names.Categories.GetValueOrDefault(category, category)).Distinct().Order()];
            return provenance;
        }), cancellation);
        return removed.SortDay;
    }

    /// <summary>As if these had never been removed, and never been there.</summary>
    public Task ForgetAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation) =>
        archive.RemovedPosts.Where(post => ids.Contains(post.Id)).ExecuteDeleteAsync(cancellation);

    private async Task<List<DateOnly>> RemoveSomeAsync(long[] ids, Removing how, CancellationToken cancellation)
    {
        var posts = await archive.Posts.AsNoTracking().Where(post => ids.Contains(post.Id)).ToListAsync(cancellation);
        ids = [.. posts.Select(post => post.Id)];
        var rows = await new HangingRows(archive).ReadAsync(ids, cancellation);
        foreach (var one in rows.Values)
        {
            await RemovedNames.WriteAsync(archive, one, cancellation);
        }
        var headlines = await RemovedHeadlines.ReadAsync(archive, ids, cancellation);
        headlines.ForEach(headline => headline.MovedTo = how.MovedTo?.GetValueOrDefault(headline.PublicId));
        var provenances = await archive.Provenances.AsNoTracking().Where(row => ids.Contains(row.PostId)).OrderBy(row => row.Id).ToListAsync(cancellation);

        await archive.Posts.Where(post => ids.Contains(post.Id)).ExecuteDeleteAsync(cancellation);
        // What became part of another stays to be read in its history.
        var last = how.State == RemovedState.Merged ? [] : await RemovedRevisions.TakeAsync(archive, rows, cancellation);

        await archive.BulkInsertAsync(posts.Select(post => Of(post, how, last.GetValueOrDefault(post.Id))), cancellation);
        await archive.BulkInsertAsync(headlines, cancellation);
        var next = await archive.NextIdAsync<RemovedCopy>(cancellation);
        await archive.BulkInsertAsync(provenances.Select((row, i) =>
        {
            var copy = RemovedCopy.Of(row);
            copy.Id = next + i;
            return copy;
        }), cancellation);
        await archive.BulkInsertAsync(
            posts.Select(post => new RemovedContent { PostId = post.Id, Actor = how.Actor, Title = post.Title, Rows = rows[post.Id].ToJsonString(HangingRows.Plain) }), cancellation);
        return posts.ConvertAll(post => post.SortDay);
    }

    private static RemovedPost Of(Post post, Removing how, long lastRevision) => new()
    {
        Id = post.Id, SortDay = post.SortDay, Slug = post.Slug, Ordinal = post.Ordinal, SourceKey = post.SourceKey, TitleKey = post.TitleKey, ContentHash = post.ContentHash,
        PrintedHash = post.PrintedHash, IsSample = post.IsSample, State = how.State, MergedInto = how.MergedInto, RemovedAt = how.At, Reason = how.Reason,
        ImportBringsBack = how.ImportBringsBack, LastRevision = lastRevision,
    };
}
