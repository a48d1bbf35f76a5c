using Archive.Store;
using Archive.Store.Accounts;
using Archive.Web.Accounts.Access;
using Archive.Web.Accounts.Carrying;
using Archive.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Accounts.Sessions;

/// <summary>
/// The cookie by which a browser is known. It holds the name of a row in the store; that row, and the account as it is now, say with every
/// request whether it is still good.
/// </summary>
internal sealed class SessionCookie(IDbContextFactory<ArchiveContext> primary, StoreFaults faults, SentForms forms, TimeProvider clock) : CookieAuthenticationEvents
{
    public const string Scheme = "session";

    public const string Name = "__Host-archive";

    /// <summary>Without a request for so long, one signs in again.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    // A new cookie with every request would be waste; this much of the idle time may be lost.
    private static readonly TimeSpan RenewAfter = TimeSpan.FromMinutes(1);

    // A primary that is silent keeps whoever asks waiting for so long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie = new()
        {
            Name = Name, Path = "/", HttpOnly = true, IsEssential = true,
            SecurePolicy = CookieSecurePolicy.Always,
            // Not Strict: who follows a link to the desk from a letter is signed in all the same. What changes anything is sent by POST.
            SameSite = SameSiteMode.Lax,
        };
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
        options.EventsType = typeof(SessionCookie);
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var known = context.Principal is { } claimed && !context.HttpContext.RequestServices.IsReadOnly()
            ? await FindAsync(context.HttpContext, CurrentAccount.Of(claimed))
            : null;
        if (known is null)
        {
            context.RejectPrincipal();
            if (!ForReaders.Is(context.HttpContext.GetEndpoint()))
            {
                await context.HttpContext.SignOutAsync(Scheme);
            }
            return;
        }
        context.ReplacePrincipal(known.ToPrincipal());
    }

    public override Task CheckSlidingExpiration(CookieSlidingExpirationContext context)
    {
        // Readers' pages set no cookie, whoever reads them.
        context.ShouldRenew = context.ElapsedTime > RenewAfter && !ForReaders.Is(context.HttpContext.GetEndpoint());
        return Task.CompletedTask;
    }

    public override async Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        // A script is told, and keeps what was typed; only somebody who looks at a page is sent elsewhere.
        if (context.Request.Headers["Sec-Fetch-Mode"] is { Count: > 0 } mode && mode != "navigate")
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        if (await forms.ReadAsync(context.HttpContext, context.Request.Path) is { } form && forms.OwnerOf(context.HttpContext) is { } owner)
        {
            context.HttpContext.Features.Set(new CarriedForm(forms.Seal(owner, form)));
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        var back = HttpMethods.IsPost(context.Request.Method) ? context.Request.Path.Value : context.Request.GetEncodedPathAndQuery();
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = Permalink.SignIn(back);
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    // From the primary, which alone knows who was signed out: a standby may lag behind, or be cut off and know nothing of it. Only where there
    // is no primary to ask is a standby believed; nobody can change anything then, or be signed out.
    private async Task<CurrentAccount?> FindAsync(HttpContext context, CurrentAccount claimed)
    {
        var oldest = clock.GetUtcNow().UtcDateTime - Session.Longest;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        patience.CancelAfter(Patience);
        try
        {
            await using var archive = await primary.CreateDbContextAsync(patience.Token);
            return await FindAsync(archive, claimed, oldest, patience.Token);
        }
        catch (Exception e) when (!context.RequestAborted.IsCancellationRequested && (e is OperationCanceledException || faults.CannotBeUsed(e)))
        {
            return await FindAsync(context.RequestServices.GetRequiredService<ArchiveContext>(), claimed, oldest, context.RequestAborted);
        }
    }

    private static async Task<CurrentAccount?> FindAsync(ArchiveContext archive, CurrentAccount claimed, DateTime oldest, CancellationToken cancellation)
    {
        var account = await archive.Sessions
            .Where(session => session.Id == claimed.Session && session.StartedAt > oldest && !session.Account!.Disabled && session.Account.RemovedAt == null)
            .Select(session => new { session.Account!.Id, session.Account.Name, session.Account.Role })
            .SingleOrDefaultAsync(cancellation);
        return account is null ? null : claimed with { Id = account.Id, Name = account.Name, Role = account.Role };
    }
}
