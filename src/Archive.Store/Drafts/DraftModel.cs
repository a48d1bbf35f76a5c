using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Drafts;

/// <summary>The tables of what is not published yet. On PostgreSQL a role that only reads does not see them (deploy/postgres/roles.sql).</summary>
internal static class DraftModel
{
    public static void AddDrafts(this ModelBuilder model)
    {
        model.Entity<Draft>(draft =>
        {
            draft.Property(d => d.Key).HasMaxLength(22);
            draft.Property(d => d.Kind).HasConversion<string>().HasMaxLength(20);
            draft.Property(d => d.Name).HasMaxLength(Draft.LongestName);
            draft.HasIndex(d => d.Key).IsUnique();
            draft.HasIndex(d => d.SavedAt);
            draft.HasOne(d => d.Account).WithMany().HasForeignKey(d => d.AccountId).OnDelete(DeleteBehavior.Restrict);
            draft.HasOne(d => d.SavedBy).WithMany().HasForeignKey(d => d.SavedById).OnDelete(DeleteBehavior.Restrict);
            draft.HasOne(d => d.Schedule).WithOne().HasForeignKey<Schedule>(s => s.DraftId);
        });
        model.Entity<Schedule>(schedule =>
        {
            schedule.Property(s => s.Zone).HasMaxLength(60);
            schedule.HasIndex(s => s.At);
            schedule.HasOne(s => s.Account).WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
