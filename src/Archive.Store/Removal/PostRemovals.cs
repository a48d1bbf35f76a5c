using Archive.Store.History.Auditing;
using Archive.Store.Merging;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Removal;

/// <summary>What became of taking out a post, or of putting one back.</summary>
public enum RemovalOutcome
{
    /// <summary>It is done, and known to be kept.</summary>
    Done,

    /// <summary>It is done, and the store's standby has not confirmed it.</summary>
    Unconfirmed,

    /// <summary>Somebody was first: it is so already.</summary>
    NothingToDo,

    /// <summary>No such post.</summary>
    Unknown,

    /// <summary>Its text was destroyed, thirty days after it was removed.</summary>
    TooLate,

    /// <summary>Something else has to be undone first.</summary>
    Hindered,
}

/// <param name="Address">Of the post; null where there is none.</param>
/// <param name="Why">What has to be undone first.</param>
public sealed record RemovalResult(RemovalOutcome Outcome, string? Address, string? Why = null);

/// <summary>Takes posts out and puts them back: each one change, entered into the audit.</summary>
public sealed class PostRemovals(IDbContextFactory<ArchiveContext> store, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Into the trash.</summary>
    /// <param name="remark">Why, for the other editors; null where nothing was said.</param>
    public async Task<RemovalResult> TrashAsync(long id, string actor, string? remark, CancellationToken cancellation = default)
    {
        await using var write = await ArchiveWrite.BeginAsync(store, cancellation);
        if (await WhereAsync(write.Archive, id) is not { } place)
        {
            return new(RemovalOutcome.Unknown, null);
        }
        if (place.Removed is not null)
        {
            return new(RemovalOutcome.NothingToDo, place.Address);
        }
        var days = await new PostRemoval(write.Archive).RemoveAsync([id], new(RemovedState.Trashed, actor, Now), CancellationToken.None);
        await write.Archive.RemovedContents.Where(content => content.PostId == id).ExecuteUpdateAsync(row => row.SetProperty(content => content.Remark, remark), CancellationToken.None);
        return await CommitAsync(write, days, place.Address, new(actor, "trash", place.Address, remark));
    }

    /// <summary>For good, with a reason that readers see. What is in the trash can be withdrawn too.</summary>
    public async Task<RemovalResult> WithdrawAsync(long id, string actor, string reason, CancellationToken cancellation = default)
    {
        await using var write = await ArchiveWrite.BeginAsync(store, cancellation);
        if (await WhereAsync(write.Archive, id) is not { } place)
        {
            return new(RemovalOutcome.Unknown, null);
        }
        if (place.Removed is RemovedState.Withdrawn or RemovedState.Merged)
        {
            return new(RemovalOutcome.NothingToDo, place.Address);
        }
        IReadOnlyList<DateOnly> days = [];
        if (place.Removed is null)
        {
            days = await new PostRemoval(write.Archive).RemoveAsync([id], new(RemovedState.Withdrawn, actor, Now, reason), CancellationToken.None);
        }
        else
        {
            var now = Now;
            await write.Archive.RemovedPosts.Where(post => post.Id == id).ExecuteUpdateAsync(
                row => row.SetProperty(post => post.State, RemovedState.Withdrawn).SetProperty(post => post.Reason, reason).SetProperty(post => post.RemovedAt, now)
                    .SetProperty(post => post.ImportBringsBack, false),
                CancellationToken.None);
            await write.Archive.RemovedContents.Where(content => content.PostId == id).ExecuteUpdateAsync(row => row.SetProperty(content => content.Actor, actor), CancellationToken.None);
        }
        return await CommitAsync(write, days, place.Address, new(actor, "withdraw", place.Address, reason));
    }

    /// <summary>Back to where it was; what became part of another is taken apart from that.</summary>
    public async Task<RemovalResult> PutBackAsync(long id, string actor, string? remark = null, CancellationToken cancellation = default)
    {
        await using var write = await ArchiveWrite.BeginAsync(store, cancellation);
        if (await WhereAsync(write.Archive, id) is not { } place)
        {
            return new(RemovalOutcome.Unknown, null);
        }
        if (place.Removed is null)
        {
            return new(RemovalOutcome.NothingToDo, place.Address);
        }
        if (place.Removed == RemovedState.Merged)
        {
            return await TakeApartAsync(write, id, place.Address, new(actor, "take apart", place.Address, remark));
        }
        return await new PostRemoval(write.Archive).PutBackAsync(id, CancellationToken.None) is { } day
            ? await CommitAsync(write, [day], place.Address, new(actor, "put back", place.Address, remark))
            : new(RemovalOutcome.TooLate, place.Address);
    }

    private async Task<RemovalResult> TakeApartAsync(ArchiveWrite write, long id, string address, AuditEntry entry)
    {
        var told = entry with { Reason = entry.Reason ?? "What had become part of this is a post of its own again." };
        var (days, why) = await new TakingApart(write.Archive).RunAsync(id, new(told, Now));
        return days is not null ? await CommitAsync(write, days, address, entry) : new(why is null ? RemovalOutcome.TooLate : RemovalOutcome.Hindered, address, why);
    }

    private static async Task<RemovalResult> CommitAsync(ArchiveWrite write, IReadOnlyList<DateOnly> days, string address, AuditEntry entry)
    {
        // From here on nobody's patience breaks it off.
        await write.KeepUpAsync(days, CancellationToken.None);
        return new(await write.CommitAsync(entry) == CommitOutcome.Confirmed ? RemovalOutcome.Done : RemovalOutcome.Unconfirmed, address);
    }

    private static async Task<Place?> WhereAsync(ArchiveContext archive, long id) =>
        await archive.Posts.AsNoTracking().SingleOrDefaultAsync(post => post.Id == id) is { } post ? new(Permalink.Post(post), null)
        : await archive.RemovedPosts.AsNoTracking().SingleOrDefaultAsync(post => post.Id == id) is { } removed ? new(removed.Address, removed.State)
        : null;

    private sealed record Place(string Address, RemovedState? Removed);
}
