using Archive.Store.Editing;
using Archive.Store.History;
using Archive.Store.History.Auditing;
using Archive.Store.Removal;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Merging;

/// <summary>What became of merging two posts.</summary>
public enum MergeOutcome
{
    /// <summary>They are one, and that is known to be kept; also where they were one before, as when the same was sent twice.</summary>
    Done,

    /// <summary>They are one, and the store's standby has not confirmed it.</summary>
    Unconfirmed,

    /// <summary>Somebody changed one of the two after it was seen: nothing was written.</summary>
    Stale,

    /// <summary>One of the two is not there any more: nothing was written.</summary>
    Gone,

    /// <summary>These two cannot be one.</summary>
    Refused,
}

/// <param name="Address">Of the kept post; null where it is gone.</param>
public sealed record MergeResult(MergeOutcome Outcome, string? Address);

/// <summary>Makes two posts one, as one change (decision 0020).</summary>
public sealed class PostMerging(IDbContextFactory<ArchiveContext> store, TimeProvider clock)
{
    public const string Action = "merge";

    /// <param name="kept">As it was seen, with its seal.</param>
    /// <param name="other">As it was seen: the post whose address will lead to the first.</param>
    /// <param name="reason">For readers.</param>
    public async Task<MergeResult> RunAsync((long Id, string Seal) kept, (long Id, string Seal) other, string reason, string actor, CancellationToken cancellation = default)
    {
        string address;
        await using (var write = await ArchiveWrite.BeginAsync(store, cancellation))
        {
            var (stays, goes) = (await SeenPost.ReadAsync(write.Archive, kept.Id, cancellation), await SeenPost.ReadAsync(write.Archive, other.Id, cancellation));
            if (stays is not null && goes is not null)
            {
                return (stays.Seal, goes.Seal) != (kept.Seal, other.Seal) ? new(MergeOutcome.Stale, stays.Address)
                    : stays.Id == goes.Id || MergePlan.FaultOf(stays.State, goes.State) is not null ? new(MergeOutcome.Refused, stays.Address)
                    : await WriteAsync(write, stays, goes, new(actor, Action, $"{goes.Address} into {stays.Address}", reason));
            }
            if (stays is null || !await write.Archive.RemovedPosts.AnyAsync(post => post.Id == other.Id && post.MergedInto == kept.Id, cancellation))
            {
                return new(MergeOutcome.Gone, stays?.Address);
            }
            address = stays.Address;
        }
        return Done(await ArchiveWrite.ConfirmAsync(store, CancellationToken.None), address);
    }

    // From here on nobody's patience breaks it off.
    private async Task<MergeResult> WriteAsync(ArchiveWrite write, SeenPost stays, SeenPost goes, AuditEntry entry)
    {
        var (archive, cause) = (write.Archive, new RevisionCause(entry, clock.GetUtcNow().UtcDateTime));
        var plan = MergePlan.Of(stays.State, goes.State);
        var origins = await MergedOrigins.ReadAsync(archive, goes.Id);
        List<DateOnly> days = [.. await new PostRemoval(archive).RemoveAsync(
            [goes.Id], new(RemovedState.Merged, entry.Actor, cause.At, entry.Reason, stays.Id) { MovedTo = plan.Places() }, CancellationToken.None)];
        await RevisionWriter.KeepAsync(archive, [new(goes.Id, goes.State, IsPublic: false, JoinedTo: stays.Id)], cause);
        var told = entry with { Reason = $"“{goes.State.Title}” became part of this. {entry.Reason}" };
        days.AddRange(await PostRows.PutAsync(archive, stays.Id, plan.Result, cause with { Entry = told, IsTold = true }));
        var made = await archive.Revisions.Where(row => row.PostId == stays.Id).MaxAsync(row => row.Id);
        await archive.RemovedPosts.Where(post => post.Id == goes.Id).ExecuteUpdateAsync(row => row.SetProperty(post => post.LastRevision, made));
        await origins.GiveAsync(archive, stays.Id, plan, goes.State);
        await write.KeepUpAsync(days);
        return Done(await write.CommitAsync(entry), stays.Address);
    }

    private static MergeResult Done(CommitOutcome commit, string address) => new(commit == CommitOutcome.Confirmed ? MergeOutcome.Done : MergeOutcome.Unconfirmed, address);
}
