using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Runs;

/// <summary>The tables of imports.</summary>
internal static class RunModel
{
    public static void AddRuns(this ModelBuilder model)
    {
        model.Entity<ImportRun>().HasMany(run => run.Files).WithOne().HasForeignKey(file => file.RunId);
        model.Entity<ImportedFile>().HasIndex(file => file.Sha256);
    }
}
