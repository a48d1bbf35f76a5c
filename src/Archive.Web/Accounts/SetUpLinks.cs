using Archive.Store;
using Archive.Store.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Accounts;

/// <summary>One-time links, from the side of whoever comes with one. They are used up by what is done with them (<see cref="OwnChanges"/>).</summary>
internal sealed class SetUpLinks(IDbContextFactory<ArchiveContext> store, TimeProvider clock)
{
    /// <returns>Whose link it is; null where it is not good, for whatever reason.</returns>
    public async Task<Account?> FindAsync(string token, CancellationToken cancellation)
    {
        await using var archive = await store.OpenForAccountsAsync(cancellation);
        var good = archive.OneTimeLinks.Good(token, clock.GetUtcNow().UtcDateTime);
        return await archive.Accounts.AsNoTracking()
            .SingleOrDefaultAsync(account => good.Any(link => link.AccountId == account.Id) && !account.Disabled && account.RemovedAt == null, cancellation);
    }
}
