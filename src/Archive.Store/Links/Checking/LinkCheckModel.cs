using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Links.Checking;

/// <summary>The tables of the link checker.</summary>
internal static class LinkCheckModel
{
    public static void AddLinkChecks(this ModelBuilder model)
    {
        model.Entity<CheckedLink>(link =>
        {
            link.HasKey(l => l.UrlKey);
            link.Property(l => l.UrlKey).HasMaxLength(26);
            link.Property(l => l.LastFinding).HasConversion<string>().HasMaxLength(10);
            link.HasIndex(l => l.NextCheckAt);
            // Few of many: what readers are told, and what is to be told them next.
            link.HasIndex(l => l.IsDead).HasFilter("\"IsDead\"");
            link.HasIndex(l => l.GoneDays).HasFilter("\"GoneDays\" > 0");
        });
        model.Entity<LinkCheck>(check =>
        {
            check.Property(c => c.UrlKey).HasMaxLength(26);
            check.Property(c => c.Finding).HasConversion<string>().HasMaxLength(10);
            check.HasOne<CheckedLink>().WithMany().HasForeignKey(c => c.UrlKey);
            check.HasIndex(c => new { c.UrlKey, c.At });
            check.HasIndex(c => c.At);
        });
        model.Entity<CheckedHost>(host =>
        {
            host.HasKey(h => h.Host);
            host.Property(h => h.Host).HasMaxLength(253);
        });
    }
}
