using Archive.Store.Accounts;
using Archive.Store.Drafts;
using Archive.Store.History;
using Archive.Store.History.Auditing;
using Archive.Store.Links;
using Archive.Store.Links.Checking;
using Archive.Store.Naming;
using Archive.Store.Removal;
using Archive.Store.Runs;
using Archive.Store.Search.Index;
using Archive.Store.Uploads;
using Archive.Store.Worklists;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Archive.Store;

/// <summary>What is kept: the sets and the model. One subclass a database adds what differs, and holds its migrations.</summary>
public abstract partial class ArchiveContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<Post> Posts => Set<Post>();

    public DbSet<Headline> Headlines => Set<Headline>();

    public DbSet<Passage> Passages => Set<Passage>();

    public DbSet<Signatory> Signatories => Set<Signatory>();

    public DbSet<Endnote> Endnotes => Set<Endnote>();

    public DbSet<Outlet> Outlets => Set<Outlet>();

    public DbSet<OutletHost> OutletHosts => Set<OutletHost>();

    public DbSet<Category> Categories => Set<Category>();

    public DbSet<Source> Sources => Set<Source>();

    public DbSet<SourceChunk> SourceChunks => Set<SourceChunk>();

    public DbSet<Provenance> Provenances => Set<Provenance>();

    public DbSet<SourceProblem> Problems => Set<SourceProblem>();

    public DbSet<Revision> Revisions => Set<Revision>();

    public DbSet<FormerAddress> FormerAddresses => Set<FormerAddress>();

    public DbSet<FormerHeadline> FormerHeadlines => Set<FormerHeadline>();

    public DbSet<OtherKey> OtherKeys => Set<OtherKey>();

    public DbSet<AuditRecord> AuditRecords => Set<AuditRecord>();

    public DbSet<AuditedPost> AuditedPosts => Set<AuditedPost>();

    public DbSet<MonthTotal> MonthTotals => Set<MonthTotal>();

    public DbSet<StoryMember> StoryMembers => Set<StoryMember>();

    public DbSet<SearchSegment> SearchSegments => Set<SearchSegment>();

    public DbSet<SearchPosting> SearchPostings => Set<SearchPosting>();

    public DbSet<SearchWord> SearchWords => Set<SearchWord>();

    public DbSet<SearchWordPart> SearchWordParts => Set<SearchWordPart>();

    public DbSet<Edition> Editions => Set<Edition>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    /// <summary>Whether the project's sample seeds may be put into a new store of this kind unasked.</summary>
    public abstract bool TakesSamplesUnasked { get; }

    /// <summary>The folder that holds the store, where this program writes it itself; null where a server does.</summary>
    public virtual string? Folder => null;

    /// <summary>Makes the store if there is none and brings it to this version. Safe to call from several processes, and after one was killed.</summary>
    public abstract Task MigrateAsync(CancellationToken cancellation = default);

    /// <summary>Whether a start may change the schema of this store by itself; where not, <c>archive migrate</c> does.</summary>
    public abstract bool MigratesOnStart { get; }

    /// <summary>The SQL that brings a store to this version; on a database that can say so, one of any version. Changes nothing.</summary>
    public virtual Task<string> MigrationScriptAsync(CancellationToken cancellation = default) =>
        Task.FromResult(this.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent));

    /// <summary>The migrations that this store lacks, oldest first; all of them where there is no store yet. Asking creates nothing.</summary>
    public virtual async Task<IReadOnlyList<string>> PendingMigrationsAsync(CancellationToken cancellation = default) =>
        [.. await Database.GetPendingMigrationsAsync(cancellation)];

    /// <summary>True where a store of this version is there already; asking creates nothing.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellation = default) => (await PendingMigrationsAsync(cancellation)).Count == 0;

    /// <summary>
    /// Writes many rows inside the running transaction, by the shortest way the database has. Every value is taken as it stands, ids
    /// included (see <see cref="NextIdAsync"/>); navigations are not followed and nothing is tracked.
    /// </summary>
    public abstract Task BulkInsertAsync<TRow>(IEnumerable<TRow> rows, CancellationToken cancellation = default)
        where TRow : class;

    /// <summary>Writes all columns of rows that are there already, found by their ids; otherwise as <see cref="BulkInsertAsync"/>.</summary>
    public abstract Task BulkUpdateAsync<TRow>(IEnumerable<TRow> rows, CancellationToken cancellation = default)
        where TRow : class;

    /// <summary>The first free id of a table: ids are ours to give while the running <see cref="ArchiveWrite"/> lasts.</summary>
    public async Task<long> NextIdAsync<TRow>(CancellationToken cancellation = default)
        where TRow : class =>
        Math.Max(await Set<TRow>().MaxAsync(row => (long?)EF.Property<long>(row, "Id"), cancellation) ?? 0, await LastRemovedAsync<TRow>(cancellation)) + 1;

    /// <summary>The first id that no post has or had: what is kept of a post that is gone goes by its number.</summary>
    public async Task<long> NextPostIdAsync(CancellationToken cancellation = default) =>
        Math.Max(await NextIdAsync<Post>(cancellation), (await Revisions.MaxAsync(row => (long?)row.PostId, cancellation) ?? 0) + 1);

    /// <summary>Begins a transaction, and waits until no other <see cref="ArchiveWrite"/> is under way on this store.</summary>
    internal abstract Task<IDbContextTransaction> BeginAloneAsync(CancellationToken cancellation);

    /// <summary>Begins a transaction that sees the archive as it is now, whatever others write meanwhile, and keeps nobody from writing.</summary>
    internal abstract Task<IDbContextTransaction> BeginReadingAsync(CancellationToken cancellation);

    /// <summary>Asks several questions of the archive as it is at one moment; where a server stopped half-way, all of them once more.</summary>
    internal Task<TAnswer> ReadTogetherAsync<TAnswer>(Func<Task<TAnswer>> read, CancellationToken cancellation) =>
        Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            try
            {
                await using var seen = await BeginReadingAsync(cancellation);
                // EF Core leaves a transaction open that it was given, and on an open connection there can be no second one.
                await using var begun = seen.GetDbTransaction();
                return await read();
            }
            finally
            {
                await Database.CloseConnectionAsync();
            }
        });

    /// <summary>Commits the transaction of <see cref="BeginAloneAsync"/>, however long that takes, and says whether it is known to be safe.</summary>
    internal abstract Task<CommitOutcome> CommitAloneAsync(IDbContextTransaction transaction);

    /// <summary>Tells the other nodes of the archive, with the commit, that there is a new edition.</summary>
    internal abstract Task AnnounceAsync(long edition, CancellationToken cancellation);

    /// <summary>Waits, however long that takes, until everything that can be seen is as safe as a commit is on this store.</summary>
    internal abstract Task<CommitOutcome> ConfirmAloneAsync(CancellationToken cancellation);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcMicroseconds>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddPosts();
        modelBuilder.Entity<MonthTotal>().HasKey(m => new { m.Year, m.Month });
        modelBuilder.Entity<StoryMember>(member =>
        {
            member.HasKey(m => m.HeadlineId);
            member.Property(m => m.HeadlineId).ValueGeneratedNever();
            member.HasOne<Headline>().WithOne().HasForeignKey<StoryMember>(m => m.HeadlineId);
            member.HasIndex(m => m.StoryId);
        });
        modelBuilder.Entity<Edition>(edition =>
        {
            edition.Property(e => e.Id).ValueGeneratedNever();
            edition.HasData(new Edition { Number = 0 });
        });
        modelBuilder.Entity<ProtectionKey>().HasIndex(k => k.Name).IsUnique();
        modelBuilder.AddSearchIndex();
        modelBuilder.AddHistory();
        modelBuilder.AddAudit();
        modelBuilder.AddAccounts();
        modelBuilder.AddUploads();
        modelBuilder.AddLinkChecks();
        modelBuilder.AddNaming();
        modelBuilder.AddWorklists();
        modelBuilder.Entity<Lease>().HasKey(lease => lease.Name);
        modelBuilder.AddRemoval();
        modelBuilder.AddRuns();
        modelBuilder.AddDrafts();
    }
}
