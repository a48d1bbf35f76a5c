using Archive.Store.Editing;
using Archive.Store.History;
using Archive.Store.Removal;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Merging;

/// <summary>What taking two posts apart came to.</summary>
/// <param name="Days">To be named to <see cref="ArchiveWrite.KeepUpAsync"/>; null where nothing was done.</param>
/// <param name="Why">What stands in the way; null where its text was destroyed, or it was done.</param>
internal sealed record TakenApart(IReadOnlyList<DateOnly>? Days, string? Why = null);

/// <summary>Undoes a merging inside a running change: both posts say again what they said. What others changed since stays changed.</summary>
internal sealed class TakingApart(ArchiveContext archive)
{
    /// <param name="id">Of the post that became part of another.</param>
    public async Task<TakenApart> RunAsync(long id, RevisionCause cause)
    {
        var removed = await archive.RemovedPosts.AsNoTracking().Include(post => post.Headlines).SingleAsync(post => post.Id == id);
        if (!await archive.RemovedContents.AnyAsync(content => content.PostId == id && content.Rows != null))
        {
            return new(null);
        }
        var (keptId, own) = (removed.MergedInto!.Value, removed.Headlines.Where(headline => headline.MovedTo == headline.PublicId).Select(headline => headline.PublicId).ToArray());
        if (await HinderedAsync(id, keptId, own) is { } why)
        {
            return new(null, why);
        }
        List<DateOnly> days = [];
        HeadlineSnapshot[] changed = [];
        if (await SeenPost.ReadAsync(archive, keptId) is { } kept)
        {
            var (before, merged) = await StatesAsync(kept, removed.LastRevision);
            var made = merged.Headlines.ToDictionary(headline => headline.Id, StringComparer.Ordinal);
            changed = [.. kept.State.Headlines.Where(headline => own.Contains(headline.Id) && headline != made[headline.Id])];
            await MergedOrigins.TakeAsync(archive, keptId, id);
            var wanted = MergePlan.Without(kept.State, before, merged);
            if (wanted.ToJson() != kept.State.ToJson())
            {
                days.AddRange(await PostRows.PutAsync(archive, keptId, wanted, cause with { IsTold = true }));
            }
            await archive.FormerHeadlines.Where(former => own.Contains(former.PublicId)).ExecuteDeleteAsync();
        }
        days.Add((await new PostRemoval(archive).PutBackAsync(id, CancellationToken.None))!.Value);
        await archive.Revisions.Where(row => row.PostId == id && row.JoinedTo == keptId).ExecuteUpdateAsync(row => row.SetProperty(revision => revision.JoinedTo, (long?)null));
        if (changed.Length > 0)
        {
            days.AddRange(await KeepChangesAsync(id, changed, cause));
        }
        return new(days);
    }

    private async Task<string?> HinderedAsync(long id, long keptId, string[] own)
    {
        if (await archive.RemovedPosts.AsNoTracking().SingleOrDefaultAsync(post => post.Id == keptId) is { } gone)
        {
            return gone.State == RemovedState.Merged ? $"The post that it became part of ({gone.Address}) became part of another itself. Take that apart first."
                : $"The post that it became part of ({gone.Address}) was removed. Put that back first.";
        }
        // What a third post shares with this one alone would have no place.
        return await archive.RemovedPosts.MergedInto([keptId]).Where(post => post.Id != id && post.Headlines.Any(headline => own.Contains(headline.MovedTo!))).Select(post => post.Slug).FirstOrDefaultAsync() is { } later
            ? $"Another post ({later}) was merged into the same one later, and some of its headlines lead to those of this post. Take that apart first."
            : null;
    }

    private async Task<(PostSnapshot Before, PostSnapshot Merged)> StatesAsync(SeenPost kept, long revision)
    {
        var ended = await archive.Revisions.AsNoTracking().SingleAsync(row => row.Id == revision);
        var next = await archive.Revisions.Where(row => row.PostId == kept.Id && row.Number == ended.Number + 1).Select(row => row.Snapshot).FirstOrDefaultAsync();
        return (PostSnapshot.FromJson(ended.Snapshot), next is null ? kept.State : PostSnapshot.FromJson(next));
    }

    // A headline that somebody mended while it stood in the other post is mended here.
    private async Task<IReadOnlyList<DateOnly>> KeepChangesAsync(long id, HeadlineSnapshot[] changed, RevisionCause cause)
    {
        var state = (await SeenPost.ReadAsync(archive, id))!.State;
        return await PostRows.PutAsync(
            archive, id, state with { Edited = true, Headlines = [.. state.Headlines.Select(headline => Array.Find(changed, one => one.Id == headline.Id) ?? headline)] }, cause);
    }
}
