using Archive.Store.Accounts;
using Archive.Store.Accounts.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Archive.Store;

/// <summary>The sets of those who may sign in.</summary>
public abstract partial class ArchiveContext
{
    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Passkey> Passkeys => Set<Passkey>();

    public DbSet<OneTimeLink> OneTimeLinks => Set<OneTimeLink>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<Guessing> Guessings => Set<Guessing>();

    public DbSet<SpentProof> SpentProofs => Set<SpentProof>();

    public DbSet<AccountRecord> AccountRecords => Set<AccountRecord>();

    /// <summary>From now on what this context changes holds as soon as it is on the primary's disk: nobody stays signed in because a standby is away.</summary>
    internal abstract Task CommitHereAsync(CancellationToken cancellation);

    /// <summary>Begins a transaction, and waits until no other <see cref="AccountChange"/> is under way on this store.</summary>
    internal abstract Task<IDbContextTransaction> BeginAloneWithAccountsAsync(CancellationToken cancellation);
}
