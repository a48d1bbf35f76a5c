using Microsoft.EntityFrameworkCore;

namespace Archive.Store.History.Auditing;

/// <summary>The tables of the audit. On PostgreSQL nobody but their owner may alter them (deploy/postgres/roles.sql).</summary>
internal static class AuditModel
{
    public static void AddAudit(this ModelBuilder model)
    {
        model.Entity<AuditRecord>(record =>
        {
            record.Property(r => r.Id).ValueGeneratedNever();
            // How much one account changed of late is asked before each change.
            record.HasIndex(r => new { r.Actor, r.At });
        });
        model.Entity<AuditedPost>(post =>
        {
            post.Property(p => p.Id).ValueGeneratedNever();
            post.HasIndex(p => p.PostId);
            post.HasIndex(p => p.Day);
            post.HasIndex(p => new { p.RecordId, p.PostId });
        });
    }
}
