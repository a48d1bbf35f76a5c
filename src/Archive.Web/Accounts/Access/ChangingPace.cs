using Archive.Store;
using Archive.Store.History.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Accounts.Access;

/// <summary>
/// Whether an account changes more than one proof of the second factor allows (T34). Changes from one account come one after the other, so
/// that each is counted before the next is let through: a hundred sent at once would all find that nothing was changed of late.
/// </summary>
internal sealed class ChangingPace(IDbContextFactory<ArchiveContext> store, TimeProvider clock) : IDisposable
{
    // Accounts that share a place wait for each other, which does no harm.
    private readonly SemaphoreSlim[] places = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    /// <summary>To be asked before a change; no other of this account is let through on this node until the answer to this one is sent.</summary>
    public async Task<bool> IsTooQuickAsync(HttpContext context, CurrentAccount who)
    {
        if (context.Features.Get<Turn>() is null)
        {
            var place = places[who.Id % places.Length];
            await place.WaitAsync(context.RequestAborted);
            var turn = new Turn(place);
            context.Features.Set(turn);
            context.Response.RegisterForDispose(turn);
        }
        return await TooManySinceAsync(who.Id, context.RequestAborted) is { } since && !FreshProof.HasSince(who, new DateTimeOffset(since, TimeSpan.Zero));
    }

    /// <summary>The same where nobody sits there to prove anything.</summary>
    public async Task<bool> IsTooQuickAsync(long account, CancellationToken cancellation) => await TooManySinceAsync(account, cancellation) is not null;

    public void Dispose() => Array.ForEach(places, place => place.Dispose());

    private async Task<DateTime?> TooManySinceAsync(long account, CancellationToken cancellation)
    {
        await using var archive = await store.CreateDbContextAsync(cancellation);
        return await ChangePace.TooManySinceAsync(archive, AuditEntry.ActorOf(account), clock.GetUtcNow().UtcDateTime, cancellation);
    }

    private sealed class Turn(SemaphoreSlim place) : IDisposable
    {
        public void Dispose() => place.Release();
    }
}
