using Microsoft.EntityFrameworkCore;

namespace Archive.Store;

/// <summary>Takes a <see cref="Lease"/>, for this process alone.</summary>
public sealed class LeaseKeeper(IDbContextFactory<ArchiveContext> store, TimeProvider clock)
{
    private readonly string holder = Guid.NewGuid().ToString("N");

    /// <summary>Takes the work, or goes on with it.</summary>
    /// <param name="length">After this others may take it, if nothing more is heard.</param>
    /// <returns>False where another process has it.</returns>
    public async Task<bool> TakeAsync(string work, TimeSpan length, CancellationToken cancellation = default)
    {
        await using var archive = await store.CreateDbContextAsync(cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        var until = now + length;
        if (await archive.Leases.Where(lease => lease.Name == work && (lease.Holder == holder || lease.Until <= now))
            .ExecuteUpdateAsync(row => row.SetProperty(lease => lease.Holder, holder).SetProperty(lease => lease.Until, until), cancellation) == 1)
        {
            return true;
        }
        if (await archive.Leases.AnyAsync(lease => lease.Name == work, cancellation))
        {
            return false;
        }
        try
        {
            archive.Leases.Add(new() { Name = work, Holder = holder, Until = until });
            await archive.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another was quicker by a moment.
            return false;
        }
    }

    /// <summary>Gives the work back, if this process has it.</summary>
    public async Task GiveBackAsync(string work, CancellationToken cancellation = default)
    {
        await using var archive = await store.CreateDbContextAsync(cancellation);
        await archive.Leases.Where(lease => lease.Name == work && lease.Holder == holder).ExecuteDeleteAsync(cancellation);
    }
}
