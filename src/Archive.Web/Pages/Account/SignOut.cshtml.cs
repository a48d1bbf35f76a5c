using Archive.Store;
using Archive.Web.Accounts.Sessions;
using Microsoft.AspNetCore.Mvc;

namespace Archive.Web.Pages.Account;

/// <summary>Ends this session, here and on every node.</summary>
internal sealed class SignOutModel(SignIns sessions) : OwnPage
{
    public async Task<IActionResult> OnPostAsync()
    {
        await sessions.EndAsync(HttpContext, Me);
        return Redirect(Permalink.SignIn());
    }
}
