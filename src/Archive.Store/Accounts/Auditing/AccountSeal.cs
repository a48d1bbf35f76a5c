using System.Globalization;
using Archive.Store.History.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Accounts.Auditing;

/// <summary>
/// The hash of what an account is and how it is signed in to: it shows a change, and tells nothing. What signing in itself writes is left
/// out: when, how often a passkey has signed, and the password's hash, which is made anew when it is too cheap (and lets nobody in without
/// the second factor, which is in). What it is made of may never change, or every account there is would seem altered.
/// </summary>
internal static class AccountSeal
{
    public static async Task<string> OfAsync(ArchiveContext archive, long id) =>
        (await OfAsync(archive, archive.Accounts.Where(account => account.Id == id), CancellationToken.None))[id];

    /// <returns>By number. What is written but not committed counts.</returns>
    public static async Task<Dictionary<long, string>> OfAsync(ArchiveContext archive, IQueryable<Account> accounts, CancellationToken cancellation)
    {
        var ids = accounts.Select(account => account.Id);
        var codes = (await archive.RecoveryCodes.AsNoTracking().Where(code => ids.Contains(code.AccountId)).ToListAsync(cancellation)).ToLookup(code => code.AccountId, code => Text(code.Hash));
        var feeds = (await archive.EditorFeeds.AsNoTracking().Where(feed => ids.Contains(feed.AccountId)).ToListAsync(cancellation)).ToLookup(feed => feed.AccountId, feed => Text(feed.Hash));
        var rows = await accounts.AsNoTracking().Include(account => account.Passkeys).ToListAsync(cancellation);
        return rows.ToDictionary(account => account.Id, account => Of(account, codes[account.Id], feeds[account.Id]));
    }

    private static string Of(Account account, IEnumerable<string> codes, IEnumerable<string> feeds) => AuditHash.OfFields(
        [
            account.Id.ToString(CultureInfo.InvariantCulture), account.Name, account.NameKey, account.Role.ToString(), account.Disabled ? "disabled" : null,
            account.RemovedAt?.Ticks.ToString(CultureInfo.InvariantCulture), account.PasswordHash is null ? null : "password", account.CodeSecret,
            "passkeys", .. account.Passkeys.OrderBy(passkey => passkey.Id).SelectMany(passkey => new[] { Text(passkey.CredentialId), Text(passkey.PublicKey), passkey.Name }),
            "codes", .. codes.Order(StringComparer.Ordinal),
            "feeds", .. feeds.Order(StringComparer.Ordinal),
        ]);

    private static string Text(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
