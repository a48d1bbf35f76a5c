using Archive.Store.Accounts.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Accounts;

/// <summary>The tables of those who may sign in. On PostgreSQL a role that only reads sees none of them (deploy/postgres/roles.sql).</summary>
internal static class AccountModel
{
    public static void AddAccounts(this ModelBuilder model)
    {
        model.Entity<Account>(account =>
        {
            account.Property(a => a.Name).HasMaxLength(Account.LongestName);
            account.Property(a => a.Role).HasConversion<string>().HasMaxLength(20);
            account.HasIndex(a => a.NameKey).IsUnique();
            account.HasMany(a => a.Passkeys).WithOne().HasForeignKey(p => p.AccountId);
        });
        model.Entity<Passkey>(passkey =>
        {
            passkey.Property(p => p.Name).HasMaxLength(Passkey.LongestName);
            passkey.HasIndex(p => p.CredentialId).IsUnique();
        });
        model.Entity<OneTimeLink>(link =>
        {
            link.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId);
            link.HasIndex(l => l.Hash).IsUnique();
        });
        model.Entity<RecoveryCode>(code =>
        {
            code.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId);
            code.HasIndex(c => new { c.AccountId, c.Hash }).IsUnique();
        });
        model.Entity<Session>().HasOne(s => s.Account).WithMany().HasForeignKey(s => s.AccountId);
        model.Entity<Guessing>().Property(g => g.Id).ValueGeneratedNever();
        model.Entity<AccountRecord>().Property(record => record.Id).ValueGeneratedNever();
        model.Entity<SpentProof>().HasKey(p => p.Hash);
    }
}
