using Archive.Store.Drafts;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store;

/// <summary>The sets of what is not published yet.</summary>
public abstract partial class ArchiveContext
{
    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<Schedule> Schedules => Set<Schedule>();
}
