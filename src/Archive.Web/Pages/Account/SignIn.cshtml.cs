using Archive.Store;
using Archive.Store.Accounts;
using Archive.Web.Accounts.Access;
using Archive.Web.Accounts.Carrying;
using Archive.Web.Accounts.Passkeys;
using Archive.Web.Accounts.Passwords;
using Archive.Web.Accounts.Sessions;
using Microsoft.AspNetCore.Mvc;

namespace Archive.Web.Pages.Account;

/// <summary>Signing in: with a passkey, or with a password and a code, asked for together. A form that came too late is carried through it.</summary>
[RequestSizeLimit(LargestForm)]
internal sealed class SignInModel(PasswordSignIn passwords, PasskeyCeremony passkeys, SignIns sessions, SentForms forms, AccountRegister register) : OwnPage
{
    // What is carried is packed and sealed.
    private const int LargestForm = 4 * 1024 * 1024;

    [BindProperty(Name = "return", SupportsGet = true)]
    public string Back { get; set; } = "";

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    [BindProperty]
    public string Code { get; set; } = "";

    [BindProperty]
    public string Credential { get; set; } = "";

    [BindProperty]
    public string State { get; set; } = "";

    /// <summary>What was typed before, sealed; empty where nothing is carried.</summary>
    [BindProperty]
    public string Carried { get; set; } = "";

    /// <summary>What was carried, for whoever typed it and is signed in now.</summary>
    public SentForm? Typed { get; private set; }

    public string? Error { get; private set; }

    public PasskeyForm? Passkey { get; private set; }

    /// <summary>True on a site that was only just installed.</summary>
    public bool IsNobodyThere { get; private set; }

    public Task<IActionResult> OnGetAsync()
    {
        Carried = HttpContext.Features.Get<CarriedForm>()?.Sealed ?? "";
        return ShowAsync(null);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Closed is not null)
        {
            return await ShowAsync(null);
        }
        if (Credential.Length > 0)
        {
            return await passkeys.SignedAsync(HttpContext, Credential, State) is { } owner
                ? await LetInAsync(owner)
                : await ShowAsync("That passkey is not known here, or it took too long. Please try once more.");
        }
        var outcome = await passwords.CheckAsync(HttpContext, Name, Password, Code);
        if (outcome.IsTooEarly)
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Response.Headers.RetryAfter = "120";
            return await ShowAsync("There have been too many tries. Please wait a few minutes; a passkey works meanwhile.");
        }
        return outcome.Account is { } account ? await LetInAsync(account) : await ShowAsync("Name, password and code do not go together.");
    }

    private async Task<IActionResult> LetInAsync(Archive.Store.Accounts.Account account)
    {
        Typed = Carried.Length > 0 ? forms.Open(account.Id, Carried) : null;
        if (Carried.Length > 0 && Typed is null)
        {
            return await ShowAsync("What is kept in this page was typed from another account, or too long ago. Sign in with that account; or open this page anew and sign in without it.");
        }
        await sessions.BeginAsync(HttpContext, account);
        return Typed is not null ? Page() : Redirect(LocalAddress.Or(Back, Permalink.Desk));
    }

    private async Task<IActionResult> ShowAsync(string? error)
    {
        Error = error;
        if (Closed is null)
        {
            Passkey = await passkeys.ToSignInAsync(HttpContext);
            IsNobodyThere = await register.IsEmptyAsync(HttpContext.RequestAborted);
        }
        return Page();
    }
}
