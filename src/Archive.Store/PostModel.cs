using Archive.Store.Links;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store;

/// <summary>The tables of posts, of what hangs on them, and of where they come from (decision 0001).</summary>
internal static class PostModel
{
    public static void AddPosts(this ModelBuilder model)
    {
        model.Entity<Post>(post =>
        {
            post.Property(p => p.Kind).HasConversion<string>().HasMaxLength(20);
            post.Property(p => p.DatePrecision).HasConversion<string>().HasMaxLength(10);
            post.HasIndex(p => new { p.SortDay, p.Slug, p.Ordinal }).IsDescending(true, false, false);
            post.HasIndex(p => new { p.DatePrecision, p.SortDay, p.Slug, p.Ordinal }).IsDescending(false, true, false, false);
            post.HasIndex(p => new { p.DatePrecision, p.PeriodDays });
            post.HasIndex(p => p.DateStart);
            post.HasIndex(p => p.SourceKey);
            post.HasIndex(p => p.TitleKey);
            post.HasMany(p => p.Categories).WithMany(c => c.Posts).UsingEntity<PostCategory>(
                right => right.HasOne<Category>().WithMany().HasForeignKey(pc => pc.CategoryId),
                left => left.HasOne<Post>().WithMany().HasForeignKey(pc => pc.PostId),
                join => join.HasKey(pc => new { pc.PostId, pc.CategoryId }));
            post.HasMany(p => p.Problems).WithOne().HasForeignKey(p => p.PostId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Headline>(headline =>
        {
            headline.Property(h => h.PublicId).HasMaxLength(10);
            headline.HasIndex(h => h.PublicId).IsUnique();
            headline.HasIndex(h => new { h.PostId, h.Position }).IsUnique();
            headline.Property(h => h.UrlKey).HasMaxLength(26);
            // By key first: a link is looked for in all digests.
            headline.HasIndex(h => new { h.UrlKey, h.PostId }).IsUnique().HasFilter("\"UrlKey\" IS NOT NULL");
        });
        model.Entity<Passage>(passage =>
        {
            passage.Property(p => p.Role).HasConversion<string>().HasMaxLength(20);
            passage.HasIndex(p => new { p.PostId, p.Position }).IsUnique();
        });
        model.Entity<Signatory>().HasIndex(s => new { s.PostId, s.Position }).IsUnique();
        model.Entity<Endnote>().HasIndex(e => new { e.PostId, e.Position }).IsUnique();
        model.Entity<Outlet>().HasIndex(o => o.Slug).IsUnique();
        model.Entity<OutletHost>(host =>
        {
            host.HasKey(h => h.Host);
            host.Property(h => h.Host).HasMaxLength(253);
        });
        model.Entity<Category>().HasIndex(c => c.Slug).IsUnique();
        model.Entity<Source>().HasIndex(s => s.Sha256).IsUnique();
        model.Entity<SourceChunk>().HasIndex(c => new { c.SourceId, c.Position }).IsUnique();
        model.Entity<Provenance>().HasIndex(p => new { p.PostId, p.SourceId, p.LineFirst }).IsUnique();
    }
}
