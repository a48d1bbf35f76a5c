using Archive.Store.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Drafts;

/// <summary>Drafts that wait for their time.</summary>
public sealed partial class DraftShelf
{
    /// <param name="version">Of the draft that was looked at.</param>
    /// <returns>False where the draft is not as it was: saved meanwhile, published, deleted, or scheduled already.</returns>
    public async Task<bool> ScheduleAsync(string key, int version, Schedule schedule, CancellationToken cancellation)
    {
        await using var archive = await store.OpenForAccountsAsync(cancellation);
        await using var together = await archive.Database.BeginTransactionAsync(cancellation);
        // Written, so that nobody saves it meanwhile.
        if (await archive.Drafts.WithKey(key).Open().Where(draft => draft.Version == version && draft.Schedule == null)
            .ExecuteUpdateAsync(row => row.SetProperty(draft => draft.Version, version), cancellation) == 0)
        {
            return false;
        }
        schedule.DraftId = await archive.Drafts.WithKey(key).Select(draft => draft.Id).SingleAsync(cancellation);
        schedule.SetAt = Now;
        archive.Schedules.Add(schedule);
        await archive.SaveChangesAsync(cancellation);
        await together.CommitAsync(cancellation);
        return true;
    }

    public async Task UnscheduleAsync(string key, CancellationToken cancellation)
    {
        await using var archive = await store.OpenForAccountsAsync(cancellation);
        await archive.Schedules.Where(schedule => archive.Drafts.Any(draft => draft.Key == key && draft.PublishedAt == null && draft.Id == schedule.DraftId)).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Drafts whose time has come, whole; the earliest first.</summary>
    public async Task<IReadOnlyList<Draft>> DueAsync(int most, CancellationToken cancellation)
    {
        await using var archive = await store.CreateDbContextAsync(cancellation);
        return await archive.Drafts.AsNoTracking().Due(Now).Take(most).Include(draft => draft.Schedule).ThenInclude(schedule => schedule!.Account).ToListAsync(cancellation);
    }

    /// <summary>Leaves it unpublished until somebody has looked; nothing where it was published meanwhile.</summary>
    public async Task TroubleAsync(long draft, string trouble, CancellationToken cancellation)
    {
        await using var archive = await store.OpenForAccountsAsync(cancellation);
        await archive.Schedules.Where(schedule => schedule.DraftId == draft && archive.Drafts.Open().Any(row => row.Id == draft)).ExecuteUpdateAsync(row => row.SetProperty(schedule => schedule.Trouble, trouble), cancellation);
    }

    /// <summary>Takes a draft off the shelf inside the change that publishes it: of two nodes that try, one can.</summary>
    /// <returns>False where it waits no more: published, unscheduled or deleted meanwhile.</returns>
    public static async Task<bool> ClaimAsync(ArchiveContext change, long draft, DateTime now, CancellationToken cancellation) =>
        await change.Drafts.Open().Where(row => row.Id == draft && row.Schedule != null && row.Schedule.Trouble == null)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.PublishedAt, now), cancellation) == 1;
}
