using Archive.Store.Accounts;
using Archive.Store.Worklists;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store;

/// <summary>The sets of what editors decided about worklists, and of the feeds in which they follow them.</summary>
public abstract partial class ArchiveContext
{
    public DbSet<WorkDecision> WorkDecisions => Set<WorkDecision>();

    public DbSet<EditorFeed> EditorFeeds => Set<EditorFeed>();
}
