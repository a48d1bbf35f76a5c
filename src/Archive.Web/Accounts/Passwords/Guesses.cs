using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Archive.Store;
using Archive.Store.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Accounts.Passwords;

/// <summary>
/// Slows guessing at passwords: for each name on all nodes together (in the store), for each network on this one (in memory alone; no
/// address is written anywhere). Nobody is locked out: passkeys are not slowed, and a browser from which the owner signed in before is
/// counted by itself.
/// </summary>
internal sealed class Guesses(IDbContextFactory<ArchiveContext> store, TimeProvider clock) : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress?> networks = PartitionedRateLimiter.Create<IPAddress?, string>(address =>
        RateLimitPartition.GetTokenBucketLimiter(NetworkOf(address), _ => new()
        {
            TokenLimit = 60, TokensPerPeriod = 1, ReplenishmentPeriod = TimeSpan.FromSeconds(10), QueueLimit = 0, AutoReplenishment = true,
        }));

    /// <summary>Takes one try.</summary>
    /// <param name="nameKey">Of whatever name was typed.</param>
    /// <param name="browser">Of a browser from which the owner of this name signed in before; null for any other.</param>
    /// <returns>False where it is too early for another.</returns>
    public async Task<bool> TakeAsync(string nameKey, string? browser, IPAddress? address, CancellationToken cancellation)
    {
        if (browser is null)
        {
            using var lease = networks.AttemptAcquire(address);
            if (!lease.IsAcquired)
            {
                return false;
            }
        }
        // No name has a line break in it.
        return await TakeRowAsync(Guessing.RowOf(browser is null ? nameKey : $"{nameKey}\n{browser}"), cancellation);
    }

    public void Dispose() => networks.Dispose();

    private async Task<bool> TakeRowAsync(int row, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        await using var archive = await store.OpenForAccountsAsync(cancellation);
        if (await PayAsync(archive, row, now, cancellation))
        {
            return true;
        }
        if (await archive.Guessings.AnyAsync(guessing => guessing.Id == row, cancellation))
        {
            return false;
        }
        archive.Guessings.Add(new() { Id = row, PaidAt = now + Guessing.BetweenSeconds });
        try
        {
            await archive.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another was first.
            return await PayAsync(archive, row, now, cancellation);
        }
    }

    // One statement: however many ask at once, on however many nodes, each is counted.
    private static async Task<bool> PayAsync(ArchiveContext archive, int row, long now, CancellationToken cancellation)
    {
        var latest = now + (Guessing.AtOnce - 1) * Guessing.BetweenSeconds;
        return await archive.Guessings.Where(guessing => guessing.Id == row && guessing.PaidAt <= latest)
            .ExecuteUpdateAsync(to => to.SetProperty(guessing => guessing.PaidAt, guessing => (guessing.PaidAt > now ? guessing.PaidAt : now) + Guessing.BetweenSeconds), cancellation) == 1;
    }

    // Whoever has one address has its neighbours too: 256 of the old kind, a household's /56 of the new.
    private static string NetworkOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => NetworkOf(address.MapToIPv4()),
        { AddressFamily: AddressFamily.InterNetwork } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 3)),
        _ => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 7)),
    };
}
