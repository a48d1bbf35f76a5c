using Archive.Store.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Worklists;

/// <summary>Takes items out of worklists, and puts them back. Readers see none of it, so it is no change of the archive.</summary>
public sealed class WorkDecisions(IDbContextFactory<ArchiveContext> store, TimeProvider clock)
{
    /// <summary>A decision as it is shown.</summary>
    public sealed record Decided(long Id, string List, string Label, DateTime At, string Account);

    /// <summary>Decided twice, by whomever, it is decided once.</summary>
    public async Task LeaveAsync(string list, string item, string label, long account, CancellationToken cancellation = default)
    {
        await using var archive = await store.OpenForAccountsAsync(cancellation);
        if (!Worklist.All.Contains(list) || item.Length is 0 or > 64 || await archive.WorkDecisions.AnyAsync(row => row.List == list && row.Item == item, cancellation))
        {
            return;
        }
        archive.WorkDecisions.Add(new()
        {
            List = list, Item = item, Label = label.Length <= WorkDecision.LongestLabel ? label : label[..WorkDecision.LongestLabel], AccountId = account, At = clock.GetUtcNow().UtcDateTime,
        });
        try
        {
            await archive.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Another editor was quicker.
        }
    }

    public async Task TakeBackAsync(long id, CancellationToken cancellation = default)
    {
        await using var archive = await store.OpenForAccountsAsync(cancellation);
        await archive.WorkDecisions.Where(row => row.Id == id).ExecuteDeleteAsync(cancellation);
    }

    /// <param name="before">Only those decided before this one.</param>
    /// <returns>The newest first.</returns>
    public async Task<IReadOnlyList<Decided>> ReadAsync(long? before, int take, CancellationToken cancellation = default)
    {
        await using var archive = await store.OpenForAccountsAsync(cancellation);
        return await (before is { } id ? archive.WorkDecisions.Where(row => row.Id < id) : archive.WorkDecisions).OrderByDescending(row => row.Id).Take(take)
            .Select(row => new Decided(row.Id, row.List, row.Label, row.At, archive.Accounts.Where(account => account.Id == row.AccountId).Select(account => account.Name).FirstOrDefault() ?? "?"))
            .ToListAsync(cancellation);
    }
}
