using Archive.Store;
using Archive.Store.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Accounts;

/// <summary>How one account can sign in, and where it is signed in, as its owner sees it.</summary>
internal sealed record Ways(bool HasPassword, int RecoveryCodes, int Sessions, IReadOnlyList<Passkey> Passkeys)
{
    /// <summary>True while something would be left if one passkey went.</summary>
    public bool MayLosePasskey => HasPassword || Passkeys.Count > 1;
}

/// <summary>What owners change about how they sign in. Every change ends their other sessions.</summary>
internal sealed class OwnWays(IDbContextFactory<ArchiveContext> store)
{
    public async Task<Ways> ReadAsync(long account, CancellationToken cancellation)
    {
        await using var archive = await store.OpenForAccountsAsync(cancellation);
        return new(
            await archive.Accounts.AnyAsync(one => one.Id == account && one.PasswordHash != null, cancellation),
            await archive.RecoveryCodes.CountAsync(code => code.AccountId == account, cancellation),
            await archive.Sessions.CountAsync(session => session.AccountId == account, cancellation),
            await archive.Passkeys.Where(passkey => passkey.AccountId == account).OrderBy(passkey => passkey.Id).ToListAsync(cancellation));
    }

    public async Task RenameAsync(long account, long passkey, string name, CancellationToken cancellation)
    {
        await using var archive = await store.OpenForAccountsAsync(cancellation);
        await archive.Passkeys.Where(one => one.Id == passkey && one.AccountId == account)
            .ExecuteUpdateAsync(one => one.SetProperty(row => row.Name, name), cancellation);
    }

    /// <summary>Unless it is the only way in.</summary>
    public async Task RemoveAsync(long account, long passkey, CancellationToken cancellation)
    {
        if ((await ReadAsync(account, cancellation)).MayLosePasskey)
        {
            await using var archive = await store.OpenForAccountsAsync(cancellation);
            await archive.Passkeys.Where(one => one.Id == passkey && one.AccountId == account).ExecuteDeleteAsync(cancellation);
        }
    }

    /// <param name="except">A session that goes on; null for none.</param>
    public async Task EndSessionsAsync(long account, string? except, CancellationToken cancellation)
    {
        await using var archive = await store.OpenForAccountsAsync(cancellation);
        await archive.Sessions.Where(session => session.AccountId == account && session.Id != except).ExecuteDeleteAsync(cancellation);
    }
}
