using Archive.Store;
using Archive.Store.History.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Accounts.Access;

/// <summary>Whether somebody changed so much of late that they have to prove once more that it is them.</summary>
internal sealed class PaceProof(IDbContextFactory<ArchiveContext> store, TimeProvider clock)
{
    public async Task<bool> IsDueAsync(CurrentAccount who, CancellationToken cancel)
    {
        await using var archive = await store.CreateDbContextAsync(cancel);
        return await ChangePace.TooManySinceAsync(archive, AuditEntry.ActorOf(who.Id), clock.GetUtcNow().UtcDateTime, cancel) is { } since
            && !FreshProof.HasSince(who, new DateTimeOffset(since, TimeSpan.Zero));
    }
}
