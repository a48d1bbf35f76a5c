using Archive.Store.Links.Checking;
using Archive.Store.Naming;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store;

/// <summary>The sets of what is known about links, and of what editors say about names.</summary>
public abstract partial class ArchiveContext
{
    public DbSet<CheckedLink> CheckedLinks => Set<CheckedLink>();

    public DbSet<LinkCheck> LinkChecks => Set<LinkCheck>();

    public DbSet<CheckedHost> CheckedHosts => Set<CheckedHost>();

    public DbSet<Lease> Leases => Set<Lease>();

    public DbSet<SlugMove> SlugMoves => Set<SlugMove>();

    public DbSet<NamingEdit> NamingEdits => Set<NamingEdit>();

    public DbSet<MovedName> MovedNames => Set<MovedName>();

    public DbSet<Refiling> Refilings => Set<Refiling>();

    public DbSet<EditedTopic> EditedTopics => Set<EditedTopic>();
}
