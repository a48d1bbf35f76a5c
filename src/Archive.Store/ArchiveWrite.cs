using System.Runtime.CompilerServices;
using Archive.Store.History.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Archive.Store;

/// <summary>What is known of a commit.</summary>
public enum CommitOutcome
{
    /// <summary>It is kept: on disk, and where the database has a synchronous standby, there too.</summary>
    Confirmed,

    /// <summary>It may be kept: the standby, or the database itself, did not answer. Ask again by the key of what was written.</summary>
    Unconfirmed,
}

/// <summary>
/// One change of the archive: a transaction that no other change runs beside, on any database, and that makes a new edition. It owns
/// its context, because a commit that waits for a standby outlives the patience of whoever asked for it.
/// </summary>
public sealed class ArchiveWrite : IAsyncDisposable
{
    /// <summary>How long a commit may wait for a standby before it is reported as not confirmed.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // Changes of one process wait here for each other, and not with a connection in the hand that the one before them may need.
    private static readonly ConditionalWeakTable<IDbContextFactory<ArchiveContext>, SemaphoreSlim> Turns = [];

    private readonly IDbContextTransaction transaction;

    private SemaphoreSlim? turn;

    private readonly HashSet<DateOnly> touched = [];

    private Task committing = Task.CompletedTask;

    private readonly IDbContextFactory<ArchiveContext> store;

    private ArchiveWrite(IDbContextFactory<ArchiveContext> store, ArchiveContext archive, IDbContextTransaction transaction) =>
        (this.store, Archive, this.transaction) = (store, archive, transaction);

    /// <summary>Reads and writes inside the change.</summary>
    public ArchiveContext Archive { get; }

    /// <exception cref="System.Data.Common.DbException">The database cannot be written, or another change kept it for too long.</exception>
    public static async Task<ArchiveWrite> BeginAsync(IDbContextFactory<ArchiveContext> store, CancellationToken cancellation = default)
    {
        var queue = Turns.GetValue(store, _ => new(1));
        // Whose turn does not come asks the database all the same, which says why.
        var mine = await queue.WaitAsync(Patience, cancellation) ? queue : null;
        var archive = await store.CreateDbContextAsync(cancellation);
        try
        {
            return new(store, archive, await archive.BeginAloneAsync(cancellation)) { turn = mine };
        }
        catch
        {
            mine?.Release();
            await archive.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Makes sure of what another change wrote: what can be seen in the store may yet be missing on a standby, when the wait for it was
    /// broken off.
    /// </summary>
    /// <returns><see cref="CommitOutcome.Unconfirmed"/> where no answer came for <see cref="Patience"/>.</returns>
    public static async Task<CommitOutcome> ConfirmAsync(IDbContextFactory<ArchiveContext> store, CancellationToken cancellation = default)
    {
        var archive = await store.CreateDbContextAsync(cancellation);
        var confirming = archive.ConfirmAloneAsync(cancellation);
        _ = After(confirming, archive);
        return await WithinPatience(confirming);
    }

    /// <summary>Makes what is kept beside the posts true again. Whoever adds, changes, files elsewhere or removes posts says on which days.</summary>
    /// <param name="days">Their <see cref="Post.SortDay"/>, before the change and after it.</param>
    public async Task KeepUpAsync(IEnumerable<DateOnly> days, CancellationToken cancellation = default)
    {
        var some = days.Distinct().Order().ToList();
        Touch(some);
        await Archive.KeepUpAsync(some, cancellation);
    }

    /// <summary>
    /// Ends the change, enters it into the audit and makes a new edition. Not to be cancelled: whoever stops waiting does not know what
    /// became of it.
    /// </summary>
    /// <param name="entry">Who made the change, and what it is.</param>
    /// <returns><see cref="CommitOutcome.Unconfirmed"/> where no answer came for <see cref="Patience"/>; the commit goes on.</returns>
    public async Task<CommitOutcome> CommitAsync(AuditEntry entry)
    {
        await Archive.Editions.ExecuteUpdateAsync(row => row.SetProperty(edition => edition.Number, edition => edition.Number + 1));
        var edition = await Archive.Editions.Select(edition => edition.Number).SingleAsync();
        await new AuditWriter(Archive, store).AddAsync(entry, touched, edition, DateTime.UtcNow);
        await Archive.AnnounceAsync(edition, CancellationToken.None);
        var commit = Archive.CommitAloneAsync(transaction);
        committing = commit;
        return await WithinPatience(commit);
    }

    /// <summary>Undoes the change if it was not committed; leaves a commit that is still waiting to its end.</summary>
    public async ValueTask DisposeAsync()
    {
        if (committing.IsCompleted)
        {
            await transaction.DisposeAsync();
            await Archive.DisposeAsync();
        }
        else
        {
            _ = After(committing, transaction, Archive);
        }
        Interlocked.Exchange(ref turn, null)?.Release();
    }

    /// <summary>Days whose posts the audit is to compare with what it knows of them.</summary>
    internal void Touch(IEnumerable<DateOnly> days) => touched.UnionWith(days);

    private static async Task<CommitOutcome> WithinPatience(Task<CommitOutcome> commit) =>
        await Task.WhenAny(commit, Task.Delay(Patience)) == commit ? await commit : CommitOutcome.Unconfirmed;

    private static async Task After(Task work, params IAsyncDisposable[] used)
    {
        await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var one in used)
        {
            await one.DisposeAsync();
        }
    }
}
