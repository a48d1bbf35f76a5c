using Archive.Store;
using Archive.Web.Accounts;
using Archive.Web.Accounts.Passkeys;
using Archive.Web.Accounts.Passwords;
using Archive.Web.Accounts.Sessions;
using Microsoft.AspNetCore.Mvc;

namespace Archive.Web.Pages.Account;

/// <summary>Where a one-time link leads: to a passkey, or a password with a second factor. Without a good link there is no such page.</summary>
internal sealed class SetUpModel(SetUpLinks links, OwnWays ways, PasskeyCeremony passkeys, NewPassword passwords, SignIns sessions) : OwnPage
{
    [BindProperty]
    public string Password { get; set; } = "";

    [BindProperty]
    public string Code { get; set; } = "";

    [BindProperty]
    public string State { get; set; } = "";

    [BindProperty]
    public string Credential { get; set; } = "";

    [BindProperty]
    public string PasskeyName { get; set; } = "";

    public string Name { get; private set; } = "";

    public string? Error { get; private set; }

    public PasskeyForm? Passkey { get; private set; }

    public PasswordOffer? Offer { get; private set; }

    public IReadOnlyList<string> Codes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] string token) =>
        Closed is null && await links.FindAsync(token, HttpContext.RequestAborted) is { } account ? await ShowAsync(account, passwords.Offer(account))
        : Closed is null ? NotFound()
        : Page();

    public async Task<IActionResult> OnPostAsync([FromRoute] string token)
    {
        if (Closed is not null || await links.FindAsync(token, HttpContext.RequestAborted) is not { } account)
        {
            return NotFound();
        }
        if (Credential.Length > 0)
        {
            if (await passkeys.MadeAsync(HttpContext, account.Id, Credential, State, PasskeyNames.Of(PasskeyName)) is not { } made)
            {
                Error = "The passkey could not be checked, or it took too long. Please try once more.";
                return await ShowAsync(account, passwords.Offer(account));
            }
            if (!await ways.AddAsync(new(account.Id, Link: token), made, HttpContext.RequestAborted))
            {
                return NotFound();
            }
            await sessions.BeginAsync(HttpContext, account);
            return Redirect(Permalink.Desk);
        }
        if (passwords.Refuse(account, Password, Code, State) is { } refused)
        {
            return await ShowAsync(account, refused);
        }
        if (await passwords.SetAsync(new(account.Id, Link: token), account, Password, State, HttpContext.RequestAborted) is not { } codes)
        {
            return NotFound();
        }
        Codes = codes;
        await sessions.BeginAsync(HttpContext, account);
        return Page();
    }

    private async Task<IActionResult> ShowAsync(Archive.Store.Accounts.Account account, PasswordOffer offer)
    {
        (Name, Offer) = (account.Name, offer);
        Passkey = await passkeys.ToCreateAsync(HttpContext, account.Id);
        return Page();
    }
}
