using Archive.Store;
using Archive.Store.Accounts;
using Archive.Store.Accounts.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Accounts;

/// <summary>By what somebody may change their own account.</summary>
/// <param name="Link">The token of a one-time link, which the change uses up; null for somebody who is signed in.</param>
/// <param name="Session">The session that goes on where the others end; null where all end.</param>
internal sealed record Warrant(long Account, string? Link = null, string? Session = null);

/// <summary>How owners change their own accounts: whole, with a record, and with what it costs (a link, the other sessions) in the same transaction.</summary>
internal sealed class OwnChanges(IDbContextFactory<ArchiveContext> store, TimeProvider clock)
{
    /// <summary>A change of how one signs in: it ends the other sessions, since somebody may have taken one.</summary>
    /// <returns>False where nothing was changed: the link is not good any more, the account may not sign in, or there was nothing to change.</returns>
    public Task<bool> RunAsync(Warrant by, string action, Func<AccountChange, Account, Task> make, CancellationToken cancellation) =>
        RunAsync(by, action, endsSessions: true, make, cancellation);

    /// <summary>A change of anything else.</summary>
    /// <returns>False where nothing was changed.</returns>
    public Task<bool> RunQuietlyAsync(long account, string action, Func<AccountChange, Account, Task> make, CancellationToken cancellation) =>
        RunAsync(new(account), action, endsSessions: false, make, cancellation);

    private async Task<bool> RunAsync(Warrant by, string action, bool endsSessions, Func<AccountChange, Account, Task> make, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var change = await AccountChange.BeginAsync(store, cancellation);
        if (await change.FindAsync(account => account.Id == by.Account && !account.Disabled, cancellation) is not { } account)
        {
            return false;
        }
        if (by.Link is { } token
            && await change.Archive.OneTimeLinks.Good(token, now).Where(link => link.AccountId == by.Account).ExecuteUpdateAsync(link => link.SetProperty(one => one.UsedAt, now), cancellation) != 1)
        {
            return false;
        }
        await make(change, account);
        if (!change.IsAny)
        {
            return false;
        }
        if (endsSessions)
        {
            await change.DeleteAsync(change.Archive.Sessions.Where(session => session.AccountId == by.Account && session.Id != by.Session), cancellation);
        }
        await change.CommitAsync(AccountEntry.OfOwner(by.Account, action, by.Link is null ? null : AccountAction.ByLink), now);
        return true;
    }
}
