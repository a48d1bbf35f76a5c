using Archive.Store.History;
using Archive.Store.Removal;
using Archive.Store.Runs;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store;

/// <summary>The sets of what was taken out, and of imports, which can be undone.</summary>
public abstract partial class ArchiveContext
{
    public DbSet<RemovedPost> RemovedPosts => Set<RemovedPost>();

    public DbSet<RemovedHeadline> RemovedHeadlines => Set<RemovedHeadline>();

    public DbSet<RemovedCopy> RemovedCopies => Set<RemovedCopy>();

    public DbSet<RemovedContent> RemovedContents => Set<RemovedContent>();

    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();

    public DbSet<ImportedFile> ImportedFiles => Set<ImportedFile>();

    // Whatever was taken out may come back with the numbers that it had.
    private async Task<long> LastRemovedAsync<TRow>(CancellationToken cancellation)
        where TRow : class =>
        typeof(TRow) == typeof(Post) ? await RemovedPosts.MaxAsync(post => (long?)post.Id, cancellation) ?? 0
        : typeof(TRow) == typeof(Headline) ? await RemovedHeadlines.MaxAsync(headline => (long?)headline.HeadlineId, cancellation) ?? 0
        : typeof(TRow) == typeof(Revision) ? await RemovedPosts.MaxAsync(post => (long?)post.LastRevision, cancellation) ?? 0
        : 0;
}
