using Archive.Store.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Drafts;

/// <summary>What became of saving.</summary>
public enum SaveOutcome
{
    Saved,

    /// <summary>Somebody, or another window, saved it meanwhile: nothing was overwritten.</summary>
    ChangedMeanwhile,

    /// <summary>It waits for its time, and is not changed while it does.</summary>
    Scheduled,

    /// <summary>It was published or deleted.</summary>
    Over,
}

/// <param name="Draft">As it stands in the store now; null where it was never there.</param>
public sealed record SavedDraft(SaveOutcome Outcome, Draft? Draft);

/// <summary>
/// Keeps drafts, on the primary and without waiting for a standby: that one is away shall not keep anybody from writing. Nothing here makes
/// an edition or an entry of the audit, as nothing here is seen by readers.
/// </summary>
public sealed partial class DraftShelf(IDbContextFactory<ArchiveContext> store, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <param name="version">That the form was filled from; 0 where it was never saved.</param>
    public async Task<SavedDraft> SaveAsync(string key, DraftKind kind, string form, string name, int version, long account, CancellationToken cancellation)
    {
        await using var archive = await store.OpenForAccountsAsync(cancellation);
        if (version == 0 && !await archive.Drafts.WithKey(key).AnyAsync(cancellation))
        {
            return await AddAsync(archive, new() { Key = key, Kind = kind, Form = form, Name = name, AccountId = account, SavedById = account, SavedAt = Now }, cancellation);
        }
        var now = Now;
        var saved = await archive.Drafts.WithKey(key).Open().Where(draft => draft.Version == version && draft.Schedule == null && draft.Form != form)
            .ExecuteUpdateAsync(row => row.SetProperty(draft => draft.Form, form).SetProperty(draft => draft.Name, name).SetProperty(draft => draft.Version, version + 1)
                .SetProperty(draft => draft.SavedById, account).SetProperty(draft => draft.SavedAt, now), cancellation);
        return await ReadAsync(archive, key, saved == 1, form, version, cancellation);
    }

    /// <returns>Null where there is none, or it was swept away.</returns>
    public async Task<Draft?> FindAsync(string key, CancellationToken cancellation)
    {
        await using var archive = await store.CreateDbContextAsync(cancellation);
        return await WholeAsync(archive, key, cancellation);
    }

    /// <summary>Deletes a draft, or brings it back; a schedule ends with it.</summary>
    public async Task<bool> DeleteAsync(string key, bool back, CancellationToken cancellation)
    {
        await using var archive = await store.OpenForAccountsAsync(cancellation);
        var when = back ? (DateTime?)null : Now;
        var deleted = await archive.Drafts.WithKey(key).Where(draft => draft.PublishedAt == null).ExecuteUpdateAsync(row => row.SetProperty(draft => draft.DeletedAt, when), cancellation);
        await archive.Schedules.Where(schedule => archive.Drafts.Any(draft => draft.Key == key && draft.Id == schedule.DraftId)).ExecuteDeleteAsync(cancellation);
        return deleted == 1;
    }

    /// <summary>Ends a draft whose text stands in the archive now.</summary>
    public async Task PublishedAsync(string key, string address, CancellationToken cancellation)
    {
        await using var archive = await store.OpenForAccountsAsync(cancellation);
        var now = Now;
        await archive.Drafts.WithKey(key).ExecuteUpdateAsync(row => row.SetProperty(draft => draft.PublishedAt, draft => draft.PublishedAt ?? now).SetProperty(draft => draft.Address, address), cancellation);
    }

    /// <summary>All that is still being written, or waits for its time; without its text.</summary>
    public async Task<IReadOnlyList<DraftLine>> ListAsync(int most, CancellationToken cancellation)
    {
        await using var archive = await store.CreateDbContextAsync(cancellation);
        return await archive.Drafts.Open().OrderByDescending(draft => draft.SavedAt).Take(most).Select(DraftLine.From).ToListAsync(cancellation);
    }

    /// <summary>What a schedule published lately, and what was deleted lately.</summary>
    public async Task<IReadOnlyList<DraftLine>> ListOverAsync(int most, CancellationToken cancellation)
    {
        await using var archive = await store.CreateDbContextAsync(cancellation);
        return await archive.Drafts.Where(draft => draft.DeletedAt != null || draft.PublishedAt != null && draft.Schedule != null)
            .OrderByDescending(draft => draft.DeletedAt ?? draft.PublishedAt).Take(most).Select(DraftLine.From).ToListAsync(cancellation);
    }

    /// <summary>Takes what was deleted or published long ago off the shelf.</summary>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        await using var archive = await store.OpenForAccountsAsync(cancellation);
        await archive.Drafts.Over(Now - Draft.Kept).ExecuteDeleteAsync(cancellation);
    }

    private static async Task<SavedDraft> AddAsync(ArchiveContext archive, Draft draft, CancellationToken cancellation)
    {
        archive.Drafts.Add(draft);
        try
        {
            await archive.SaveChangesAsync(cancellation);
            return new(SaveOutcome.Saved, draft);
        }
        catch (DbUpdateException)
        {
            // Sent twice at once: one of both came first.
            archive.ChangeTracker.Clear();
            if (!await archive.Drafts.WithKey(draft.Key).AnyAsync(cancellation))
            {
                throw;
            }
            return await ReadAsync(archive, draft.Key, false, draft.Form, 0, cancellation);
        }
    }

    private static async Task<SavedDraft> ReadAsync(ArchiveContext archive, string key, bool isSaved, string form, int version, CancellationToken cancellation)
    {
        var draft = await WholeAsync(archive, key, cancellation);
        return new(draft switch
        {
            // Taken off the shelf long ago.
            null => SaveOutcome.Over,
            { DeletedAt: not null } or { PublishedAt: not null } => SaveOutcome.Over,
            { Schedule: not null } => SaveOutcome.Scheduled,
            _ when isSaved => SaveOutcome.Saved,
            // The very same: saved by an answer that never came, or there was nothing to save.
            _ when draft.Form == form && draft.Version - version is 0 or 1 => SaveOutcome.Saved,
            _ => SaveOutcome.ChangedMeanwhile,
        }, draft);
    }

    private static Task<Draft?> WholeAsync(ArchiveContext archive, string key, CancellationToken cancellation) =>
        archive.Drafts.AsNoTracking().Include(draft => draft.SavedBy).Include(draft => draft.Account).Include(draft => draft.Schedule).ThenInclude(schedule => schedule!.Account)
            .WithKey(key).SingleOrDefaultAsync(cancellation);
}
