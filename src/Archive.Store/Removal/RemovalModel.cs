using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Removal;

/// <summary>The tables of what was taken out. On PostgreSQL the readers' role does not see the contents (deploy/postgres/roles.sql).</summary>
internal static class RemovalModel
{
    public static void AddRemoval(this ModelBuilder model)
    {
        model.Entity<RemovedPost>(post =>
        {
            post.Property(p => p.Id).ValueGeneratedNever();
            post.Property(p => p.State).HasConversion<string>().HasMaxLength(20);
            post.HasIndex(p => new { p.SortDay, p.Slug, p.Ordinal }).IsUnique();
            post.HasIndex(p => p.TitleKey);
            post.HasIndex(p => p.RemovedAt);
            post.HasIndex(p => p.MergedInto);
            post.HasMany(p => p.Headlines).WithOne().HasForeignKey(h => h.PostId);
            post.HasMany(p => p.Copies).WithOne().HasForeignKey(c => c.PostId);
            post.HasOne<RemovedContent>().WithOne().HasForeignKey<RemovedContent>(c => c.PostId);
        });
        model.Entity<RemovedHeadline>(headline =>
        {
            // Of a post that was merged, it may go once more with the post that it went to.
            headline.HasKey(h => new { h.PublicId, h.PostId });
            headline.Property(h => h.PublicId).HasMaxLength(10);
            headline.HasIndex(h => h.HeadlineId);
        });
        model.Entity<RemovedCopy>(copy =>
        {
            copy.HasOne<Source>().WithMany().HasForeignKey(c => c.SourceId);
            copy.HasIndex(c => new { c.SourceId, c.LineFirst });
        });
        model.Entity<RemovedContent>(content =>
        {
            content.HasKey(c => c.PostId);
            content.Property(c => c.PostId).ValueGeneratedNever();
        });
    }
}
