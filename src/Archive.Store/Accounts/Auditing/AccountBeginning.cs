using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Accounts.Auditing;

/// <summary>The first records of accounts from before accounts had any: they vouch for what they found, and for nothing before.</summary>
public static class AccountBeginning
{
    public static async Task RunAsync(IDbContextFactory<ArchiveContext> store, DateTime now, CancellationToken cancellation = default)
    {
        await using (var archive = await store.CreateDbContextAsync(cancellation))
        {
            if (!await IsNeededAsync(archive, cancellation))
            {
                return;
            }
        }
        await using var change = await AccountChange.BeginAsync(store, cancellation);
        // Another node may have been first.
        if (await IsNeededAsync(change.Archive, cancellation))
        {
            await change.FoundAsync(now);
        }
    }

    private static async Task<bool> IsNeededAsync(ArchiveContext archive, CancellationToken cancellation) =>
        await archive.Accounts.AnyAsync(cancellation) && !await archive.AccountRecords.AnyAsync(cancellation);
}
