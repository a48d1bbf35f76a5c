using Microsoft.EntityFrameworkCore;

namespace Archive.Store.History;

/// <summary>The tables of what posts were before. None hangs on its post: what is removed can be put back, and its addresses answer for ever.</summary>
internal static class HistoryModel
{
    public static void AddHistory(this ModelBuilder model)
    {
        model.Entity<Revision>(revision =>
        {
            revision.HasIndex(r => new { r.PostId, r.Number }).IsUnique();
            revision.HasIndex(r => new { r.Actor, r.At });
            revision.HasIndex(r => r.JoinedTo);
            revision.HasIndex(r => new { r.IsPublic, r.Id });
        });
        model.Entity<FormerAddress>(address =>
        {
            address.HasKey(a => new { a.Day, a.Segment });
            address.HasIndex(a => a.PostId);
        });
        model.Entity<FormerHeadline>(headline =>
        {
            headline.HasKey(h => h.PublicId);
            headline.Property(h => h.PublicId).HasMaxLength(10);
            headline.HasIndex(h => h.PostId);
        });
        model.Entity<OtherKey>(key =>
        {
            key.HasKey(k => new { k.PostId, k.SourceKey });
            key.HasIndex(k => k.TitleKey);
        });
    }
}
