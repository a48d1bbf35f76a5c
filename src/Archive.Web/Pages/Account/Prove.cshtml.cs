using Archive.Store;
using Archive.Web.Accounts;
using Archive.Web.Accounts.Access;
using Archive.Web.Accounts.Passkeys;
using Archive.Web.Accounts.Passwords;
using Archive.Web.Accounts.Sessions;
using Microsoft.AspNetCore.Mvc;

namespace Archive.Web.Pages.Account;

/// <summary>Is it still you? Asked before what a stolen session must not be enough for; then back to where one was.</summary>
internal sealed class ProveModel(PasswordSignIn passwords, PasskeyCeremony passkeys, SignIns sessions, OwnWays ways) : OwnPage
{
    [BindProperty(Name = "return", SupportsGet = true)]
    public string Back { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    [BindProperty]
    public string Code { get; set; } = "";

    [BindProperty]
    public string Credential { get; set; } = "";

    [BindProperty]
    public string State { get; set; } = "";

    public string? Error { get; private set; }

    public PasskeyForm? Passkey { get; private set; }

    public bool HasPassword { get; private set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync(null);

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = Credential.Length > 0
            ? new PasswordOutcome(await passkeys.SignedAsync(HttpContext, Credential, State, Me.Id))
            : await passwords.CheckAsync(HttpContext, Me.Name, Password, Code);
        if (outcome.Account?.Id != Me.Id)
        {
            return await ShowAsync(outcome.IsTooEarly ? "There have been too many tries. Please wait a few minutes." : "That was not right, or it took too long. Please try once more.");
        }
        await sessions.ProvedAsync(HttpContext, Me);
        return Redirect(LocalAddress.Or(Back, Permalink.Desk));
    }

    private async Task<IActionResult> ShowAsync(string? error)
    {
        Error = error;
        var own = await ways.ReadAsync(Me.Id, HttpContext.RequestAborted);
        HasPassword = own.HasPassword;
        Passkey = own.Passkeys.Count > 0 ? await passkeys.ToSignInAsync(HttpContext, Me.Id) : null;
        return Page();
    }
}
