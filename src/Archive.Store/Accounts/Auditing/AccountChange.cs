using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Archive.Store.Accounts.Auditing;

/// <summary>
/// One change of one account, with its record in the audit: both are kept, or neither. No other such change runs beside it, on whichever
/// node; it waits for no standby and for no change of the archive, and readers see nothing of it.
/// </summary>
public sealed class AccountChange : IAsyncDisposable
{
    private readonly IDbContextTransaction transaction;

    private Account? account;

    private string? before;

    private int changed;

    private AccountChange(ArchiveContext archive, IDbContextTransaction transaction) => (Archive, this.transaction) = (archive, transaction);

    /// <summary>Reads and writes inside the change.</summary>
    public ArchiveContext Archive { get; }

    /// <summary>Whether there is anything to commit so far.</summary>
    public bool IsAny => changed > 0 || Archive.ChangeTracker.HasChanges();

    public static async Task<AccountChange> BeginAsync(IDbContextFactory<ArchiveContext> store, CancellationToken cancellation)
    {
        var archive = await store.OpenForAccountsAsync(cancellation);
        try
        {
            return new(archive, await archive.BeginAloneWithAccountsAsync(cancellation));
        }
        catch
        {
            await archive.DisposeAsync();
            throw;
        }
    }

    /// <returns>The account that is to be changed, with its passkeys; null where there is none such, or it was removed.</returns>
    public async Task<Account?> FindAsync(Expression<Func<Account, bool>> which, CancellationToken cancellation)
    {
        account = await Archive.Accounts.Include(one => one.Passkeys).Where(one => one.RemovedAt == null).SingleOrDefaultAsync(which, cancellation);
        before = account is null ? null : await AccountSeal.OfAsync(Archive, account.Id);
        return account;
    }

    /// <summary>A new account; it has its number from now on.</summary>
    public async Task AddAsync(Account added, CancellationToken cancellation)
    {
        account = added;
        Archive.Accounts.Add(added);
        changed += await Archive.SaveChangesAsync(cancellation);
    }

    /// <returns>How many rows went.</returns>
    public async Task<int> DeleteAsync<TRow>(IQueryable<TRow> rows, CancellationToken cancellation)
    {
        var gone = await rows.ExecuteDeleteAsync(cancellation);
        changed += gone;
        return gone;
    }

    /// <summary>Ends the change and enters it into the audit. Where nothing was changed, there is nothing to enter.</summary>
    public async Task CommitAsync(AccountEntry entry, DateTime now)
    {
        changed += await Archive.SaveChangesAsync();
        if (changed == 0)
        {
            return;
        }
        await AccountChain.AddAsync(Archive, account ?? throw new InvalidOperationException("Nobody is to be changed."), before, entry, now);
        await transaction.CommitAsync();
    }

    /// <summary>Enters every account as it is found.</summary>
    internal async Task FoundAsync(DateTime now)
    {
        foreach (var one in await Archive.Accounts.OrderBy(one => one.Id).ToListAsync())
        {
            await AccountChain.AddAsync(Archive, one, null, AccountEntry.OfCommand(AccountAction.Found), now);
        }
        await transaction.CommitAsync();
    }

    /// <summary>Undoes the change if it was not committed.</summary>
    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await Archive.DisposeAsync();
    }
}
