using Archive.Store;
using Archive.Store.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Accounts;

/// <summary>One-time links, from the side of whoever comes with one.</summary>
internal sealed class SetUpLinks(IDbContextFactory<ArchiveContext> store, TimeProvider clock)
{
    /// <returns>Whose link it is; null where it is not good, for whatever reason.</returns>
    public async Task<Account?> FindAsync(string token, CancellationToken cancellation)
    {
        await using var archive = await store.OpenForAccountsAsync(cancellation);
        var good = Good(archive, token);
        return await archive.Accounts.AsNoTracking()
            .SingleOrDefaultAsync(account => good.Any(link => link.AccountId == account.Id) && !account.Disabled && account.RemovedAt == null, cancellation);
    }

    /// <summary>Uses the link up, and ends all sessions of its account: somebody may have taken one.</summary>
    /// <returns>False where another was quicker.</returns>
    public async Task<bool> UseAsync(string token, Account account, CancellationToken cancellation)
    {
        await using var archive = await store.OpenForAccountsAsync(cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        if (await Good(archive, token).ExecuteUpdateAsync(link => link.SetProperty(one => one.UsedAt, now), cancellation) != 1)
        {
            return false;
        }
        await archive.Sessions.Where(session => session.AccountId == account.Id).ExecuteDeleteAsync(cancellation);
        return true;
    }

    private IQueryable<OneTimeLink> Good(ArchiveContext archive, string token)
    {
        var (hash, now) = (OneTimeLink.HashOf(token), clock.GetUtcNow().UtcDateTime);
        return archive.OneTimeLinks.Where(link => link.Hash == hash && link.UsedAt == null && link.ExpiresAt > now);
    }
}
