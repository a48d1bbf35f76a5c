using Archive.Store.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Uploads;

/// <summary>The tables of what was sent and is not imported yet. On PostgreSQL a role that only reads sees none of them (deploy/postgres/roles.sql).</summary>
internal static class UploadModel
{
    public static void AddUploads(this ModelBuilder model)
    {
        model.Entity<Upload>(upload =>
        {
            upload.Property(u => u.Token).HasMaxLength(UploadShelf.TokenLength);
            upload.HasIndex(u => u.Token).IsUnique();
            upload.HasOne<Account>().WithMany().HasForeignKey(u => u.AccountId);
            upload.HasMany(u => u.Files).WithOne().HasForeignKey(f => f.UploadId);
        });
        model.Entity<UploadedFile>(file =>
        {
            file.Property(f => f.Name).HasMaxLength(UploadShelf.LongestName);
            file.HasIndex(f => new { f.UploadId, f.Position }).IsUnique();
        });
    }
}
