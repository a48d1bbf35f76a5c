using System.Security.Cryptography;
using Archive.Store.History;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Editing;

/// <summary>Writes a state of a post, inside the running change: a new one, or one that it had before.</summary>
public static class PostRows
{
    /// <param name="postId">A post that is there, or one that is gone and comes back.</param>
    /// <param name="wanted">Headlines without an id are new. Its slug goes by its title, and its ordinal is the wanted one where that is free.</param>
    /// <param name="cause">What the revision of the present state says.</param>
    /// <returns>The days that <see cref="ArchiveWrite.KeepUpAsync"/> has to be told.</returns>
    public static async Task<IReadOnlyList<DateOnly>> PutAsync(ArchiveContext archive, long postId, PostSnapshot wanted, RevisionCause cause, CancellationToken cancellation = default)
    {
        var before = await archive.Posts.Where(post => post.Id == postId).Whole().FirstOrDefaultAsync(cancellation);
        var post = SnapshotRows.Of(wanted, postId);
        var isRead = before is null || !PostSnapshot.Of(before).ReadsAs(wanted);
        post.CorrectedAt = before is not null && isRead ? cause.At : before?.CorrectedAt;
        await PlaceAsync(archive, before, post, cancellation);
        var outlets = await NamedRows.OutletsAsync(archive, wanted.Headlines.Select(headline => headline.Outlet).Append(wanted.Outlet).OfType<string>(), cancellation);
        var categories = await NamedRows.CategoriesAsync(archive, wanted.Categories, cancellation);
        post.OutletId = wanted.Outlet is { } outlet ? outlets[outlet] : null;
        foreach (var (headline, said) in post.Headlines.Zip(wanted.Headlines))
        {
            headline.OutletId = said.Outlet is { } name ? outlets[name] : null;
        }
        await EditedHeadlines.GiveIdsAsync(archive, post, cancellation);
        await EditedHeadlines.KeepRowsAsync(archive, before, post, cancellation);
        if (before is null)
        {
            await archive.BulkInsertAsync([post], cancellation);
        }
        else
        {
            await RevisionWriter.KeepAsync(archive, [new(postId, PostSnapshot.Of(before), isRead || cause.IsTold)], cause, cancellation);
            await archive.BulkUpdateAsync([post], cancellation);
            await RemovePartsAsync(archive, postId, cancellation);
            await FormerAddresses.MoveAsync(archive, before, post, cancellation);
        }
        await InsertPartsAsync(archive, post, categories.Values.Distinct(), cancellation);
        await EditedHeadlines.CarryLinesAsync(archive, before, post, cancellation);
        await RememberKeyAsync(archive, post, cancellation);
        await NamedRows.TidyAsync(archive, [.. UsedOutlets(before).Except(UsedOutlets(post))], [.. before?.Categories.Select(category => category.Id) ?? []], cancellation);
        return before is null ? [post.SortDay] : [before.SortDay, post.SortDay];
    }

    /// <summary>Whether a change gives a post another address.</summary>
    public static bool Moves(PostSnapshot before, PostSnapshot after)
    {
        var (was, now) = (SnapshotRows.Of(before, 0), SnapshotRows.Of(after, 0));
        return was.SortDay != now.SortDay || Called(was) != Called(now) && Slug.Of(Called(now)) != was.Slug;
    }

    /// <summary>The same for two states that say the same.</summary>
    public static string SealOf(PostSnapshot state) => Convert.ToHexStringLower(SHA256.HashData(state.ToUtf8()));

    // The slug is the importer's: of a digest's series, of any other title.
    private static async Task PlaceAsync(ArchiveContext archive, Post? before, Post post, CancellationToken cancellation)
    {
        post.Slug = before is not null && Called(before) == Called(post) ? before.Slug : Slug.Of(Called(post));
        if (before is not null && (before.SortDay, before.Slug) == (post.SortDay, post.Slug))
        {
            post.Ordinal = before.Ordinal;
            return;
        }
        var wanted = post.Ordinal;
        post.Ordinal = await FormerAddresses.FreeOrdinalAsync(archive, post.Id, post.SortDay, post.Slug, wanted, cancellation) is var free && free == wanted
            ? free : await FormerAddresses.FreeOrdinalAsync(archive, post.Id, post.SortDay, post.Slug, 1, cancellation);
    }

    private static string Called(Post post) => post.Kind == PostKind.Digest ? post.Series ?? post.Title : post.Title;

    private static IEnumerable<long> UsedOutlets(Post? post) =>
        post is null ? [] : post.Headlines.Select(headline => headline.OutletId).Append(post.OutletId).OfType<long>().Distinct();

    private static async Task RemovePartsAsync(ArchiveContext archive, long postId, CancellationToken cancellation)
    {
        await archive.Headlines.Where(row => row.PostId == postId).ExecuteDeleteAsync(cancellation);
        await archive.Passages.Where(row => row.PostId == postId).ExecuteDeleteAsync(cancellation);
        await archive.Signatories.Where(row => row.PostId == postId).ExecuteDeleteAsync(cancellation);
        await archive.Endnotes.Where(row => row.PostId == postId).ExecuteDeleteAsync(cancellation);
        await archive.Set<PostCategory>().Where(row => row.PostId == postId).ExecuteDeleteAsync(cancellation);
    }

    private static async Task InsertPartsAsync(ArchiveContext archive, Post post, IEnumerable<long> categories, CancellationToken cancellation)
    {
        var id = await archive.NextIdAsync<Passage>(cancellation);
        post.Passages.ForEach(row => row.Id = id++);
        id = await archive.NextIdAsync<Signatory>(cancellation);
        post.Signatories.ForEach(row => row.Id = id++);
        id = await archive.NextIdAsync<Endnote>(cancellation);
        post.Endnotes.ForEach(row => row.Id = id++);
        await archive.BulkInsertAsync(post.Headlines, cancellation);
        await archive.BulkInsertAsync(post.Passages, cancellation);
        await archive.BulkInsertAsync(post.Signatories, cancellation);
        await archive.BulkInsertAsync(post.Endnotes, cancellation);
        await archive.BulkInsertAsync(categories.Select(category => new PostCategory { PostId = post.Id, CategoryId = category }), cancellation);
    }

    // Another page may print what an editor made of this one, under the right date or title: it is the same post.
    private static async Task RememberKeyAsync(ArchiveContext archive, Post post, CancellationToken cancellation)
    {
        var key = SourceKey.Of(post);
        if (key.Full != post.SourceKey && !await archive.OtherKeys.AnyAsync(row => row.PostId == post.Id && row.SourceKey == key.Full, cancellation))
        {
            await archive.BulkInsertAsync([new OtherKey { PostId = post.Id, SourceKey = key.Full, TitleKey = key.Title }], cancellation);
        }
    }
}
