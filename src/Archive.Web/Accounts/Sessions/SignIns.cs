using Archive.Store;
using Archive.Store.Accounts;
using Archive.Web.Accounts.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Accounts.Sessions;

/// <summary>Begins and ends sessions.</summary>
internal sealed class SignIns(IDbContextFactory<ArchiveContext> store, TimeProvider clock)
{
    /// <summary>For somebody who has just proved who they are.</summary>
    public async Task BeginAsync(HttpContext context, Account account)
    {
        var now = clock.GetUtcNow();
        var session = new Session { AccountId = account.Id, StartedAt = now.UtcDateTime };
        await using (var archive = await store.OpenForAccountsAsync(context.RequestAborted))
        {
            archive.Sessions.Add(session);
            await archive.SaveChangesAsync(context.RequestAborted);
            await archive.Accounts.Where(row => row.Id == account.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.SignedInAt, now.UtcDateTime), context.RequestAborted);
            await SweepAsync(archive, now.UtcDateTime, context.RequestAborted);
        }
        await HandOutAsync(context, new(account.Id, account.Name, account.Role, session.Id, now));
    }

    /// <summary>For somebody signed in who has proved it once more.</summary>
    public Task ProvedAsync(HttpContext context, CurrentAccount who) => HandOutAsync(context, who with { ProvedAt = clock.GetUtcNow() });

    public async Task EndAsync(HttpContext context, CurrentAccount who)
    {
        await using var archive = await store.OpenForAccountsAsync(context.RequestAborted);
        await archive.Sessions.Where(session => session.Id == who.Session).ExecuteDeleteAsync(context.RequestAborted);
        await context.SignOutAsync(SessionCookie.Scheme);
    }

    private static Task HandOutAsync(HttpContext context, CurrentAccount who)
    {
        // Also for what is still to be answered now.
        context.User = who.ToPrincipal();
        return context.SignInAsync(SessionCookie.Scheme, context.User);
    }

    // What is over by now.
    private static async Task SweepAsync(ArchiveContext archive, DateTime now, CancellationToken cancellation)
    {
        var oldest = now - Session.Longest;
        await archive.Sessions.Where(session => session.StartedAt <= oldest).ExecuteDeleteAsync(cancellation);
        await archive.SpentProofs.Where(proof => proof.ExpiresAt < now).ExecuteDeleteAsync(cancellation);
        await archive.OneTimeLinks.Where(link => link.ExpiresAt < oldest).ExecuteDeleteAsync(cancellation);
    }
}
