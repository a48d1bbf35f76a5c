using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Accounts;

/// <summary>
/// How accounts are changed: without waiting for a standby. A commit that waits for one is seen by nobody, so whoever is disabled, or signs
/// out, while a standby is away would stay signed in. Readers see none of this, so it makes no new edition.
/// </summary>
public static class AccountChanges
{
    public static async Task<ArchiveContext> OpenForAccountsAsync(this IDbContextFactory<ArchiveContext> store, CancellationToken cancellation)
    {
        var archive = await store.CreateDbContextAsync(cancellation);
        try
        {
            await archive.ForAccountsAsync(cancellation);
            return archive;
        }
        catch
        {
            await archive.DisposeAsync();
            throw;
        }
    }

    public static async Task ForAccountsAsync(this ArchiveContext archive, CancellationToken cancellation)
    {
        // The connection stays open, and what is said to it stays said, until the context goes.
        await archive.Database.OpenConnectionAsync(cancellation);
        await archive.CommitHereAsync(cancellation);
    }
}
