using Archive.Store.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Worklists;

/// <summary>What worklists need: the decisions of editors, their feeds, and indexes that lead to what is left to do.</summary>
internal static class WorklistModel
{
    public static void AddWorklists(this ModelBuilder model)
    {
        model.Entity<WorkDecision>(decision =>
        {
            decision.Property(d => d.List).HasMaxLength(20);
            decision.Property(d => d.Item).HasMaxLength(64);
            decision.Property(d => d.Label).HasMaxLength(WorkDecision.LongestLabel);
            decision.HasIndex(d => new { d.List, d.Item }).IsUnique();
        });
        model.Entity<EditorFeed>(feed =>
        {
            feed.HasKey(f => f.AccountId);
            feed.Property(f => f.AccountId).ValueGeneratedNever();
            feed.HasOne<Account>().WithMany().HasForeignKey(f => f.AccountId);
            feed.HasIndex(f => f.Hash).IsUnique();
        });
        // The newest post first, each from its top.
        model.Entity<Headline>().HasIndex(h => new { h.PostId, h.Position }, "IX_Headlines_WithoutLink").IsDescending(true, false).HasFilter("\"Url\" IS NULL");
        model.Entity<SourceProblem>().HasIndex(p => new { p.Code, p.Id });
    }
}
