using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Naming;

/// <summary>The tables of what editors say about names. Who said it, no reader's role sees (deploy/postgres/roles.sql).</summary>
internal static class NamingModel
{
    public static void AddNaming(this ModelBuilder model)
    {
        model.Entity<SlugMove>(move =>
        {
            move.HasKey(m => new { m.Kind, m.OldSlug });
            move.Property(m => m.Kind).HasConversion<string>().HasMaxLength(10);
            move.HasIndex(m => new { m.Kind, m.Slug });
        });
        model.Entity<NamingEdit>(edit =>
        {
            edit.Property(e => e.Kind).HasConversion<string>().HasMaxLength(10);
            edit.Property(e => e.Action).HasMaxLength(10);
            edit.HasIndex(e => new { e.Kind, e.Slug });
        });
        model.Entity<Refiling>(refiling =>
        {
            refiling.Property(r => r.Kind).HasConversion<string>().HasMaxLength(10);
            refiling.HasOne<NamingEdit>().WithMany().HasForeignKey(r => r.EditId);
        });
        model.Entity<MovedName>(moved =>
        {
            moved.HasKey(m => new { m.EditId, m.PublicId, m.PostId });
            moved.Property(m => m.PublicId).HasMaxLength(10);
            moved.HasOne<NamingEdit>().WithMany().HasForeignKey(m => m.EditId);
        });
        model.Entity<EditedTopic>().HasKey(t => t.Slug);
    }
}
