using System.Security.Cryptography;
using System.Text;
using Archive.Store;
using Archive.Store.Accounts;
using Archive.Store.Accounts.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Accounts.Passwords;

/// <summary>Ten codes on paper, for when the telephone is lost: each stands in for a code of the second factor once.</summary>
internal static class RecoveryCodes
{
    private const int Count = 10;

    private const int Length = 16;

    // Crockford's: nothing to mistake on paper.
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Makes new ones inside a change of the account; those from before are good no more.</summary>
    /// <returns>As they are shown, this once.</returns>
    public static async Task<IReadOnlyList<string>> ReplaceAsync(AccountChange change, long account, CancellationToken cancellation)
    {
        await change.DeleteAsync(change.Archive.RecoveryCodes.Where(code => code.AccountId == account), cancellation);
        string[] codes = [.. Enumerable.Range(0, Count).Select(_ => RandomNumberGenerator.GetString(Letters, Length))];
        change.Archive.RecoveryCodes.AddRange(codes.Select(code => new RecoveryCode { AccountId = account, Hash = HashOf(code) }));
        return [.. codes.Select(code => string.Join('-', code.Chunk(4).Select(four => new string(four))))];
    }

    /// <returns>True where it was one of the account's; it is used up.</returns>
    public static async Task<bool> UseAsync(IDbContextFactory<ArchiveContext> store, long account, string typed, DateTime now, CancellationToken cancellation)
    {
        var hash = HashOf(Clean(typed));
        await using (var archive = await store.OpenForAccountsAsync(cancellation))
        {
            // Whoever types a wrong one keeps nobody waiting.
            if (!await archive.RecoveryCodes.AnyAsync(code => code.AccountId == account && code.Hash == hash, cancellation))
            {
                return false;
            }
        }
        await using var change = await AccountChange.BeginAsync(store, cancellation);
        if (await change.FindAsync(one => one.Id == account, cancellation) is null
            || await change.DeleteAsync(change.Archive.RecoveryCodes.Where(code => code.AccountId == account && code.Hash == hash), cancellation) != 1)
        {
            return false;
        }
        await change.CommitAsync(AccountEntry.OfOwner(account, AccountAction.UseRecoveryCode), now);
        return true;
    }

    private static byte[] HashOf(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));

    private static string Clean(string typed) => string.Concat(typed.ToUpperInvariant().Where(char.IsLetterOrDigit).Select(c => c switch { 'O' => '0', 'I' or 'L' => '1', _ => c }));
}
