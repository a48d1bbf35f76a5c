using Archive.Store.Uploads;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store;

/// <summary>The sets of what was sent and is not imported yet.</summary>
public abstract partial class ArchiveContext
{
    public DbSet<Upload> Uploads => Set<Upload>();

    public DbSet<UploadedFile> UploadedFiles => Set<UploadedFile>();
}
