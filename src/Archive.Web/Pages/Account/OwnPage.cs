using Archive.Web.Accounts.Access;
using Archive.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Archive.Web.Pages.Account;

/// <summary>A page for whoever signs in or is signed in: seen by one person, and kept by nobody.</summary>
internal abstract class OwnPage : PageModel
{
    /// <summary>Who asks. Only on pages whose rule says that somebody is signed in.</summary>
    public CurrentAccount Me => CurrentAccount.Of(User);

    /// <summary>Why nobody can sign in here and now; null where they can.</summary>
    public string? Closed =>
        HttpContext.RequestServices.IsReadOnly() ? "This server only shows the archive, and nobody can sign in here at present. Please try the site’s usual address, or come back later. What readers see is not affected."
        : !OwnArea.IsSafe(Request) ? "What you type here could be read on its way. Signing in needs HTTPS: an address that begins with https://."
        : null;
}
