using Archive.Store;
using Archive.Store.Accounts;
using Archive.Web.Accounts.Access;
using Archive.Web.Accounts.Passwords;
using Microsoft.AspNetCore.Mvc;

namespace Archive.Web.Pages.Account;

/// <summary>A new password, with a new second factor and new recovery codes.</summary>
internal sealed class PasswordModel(NewPassword passwords, FreshProof proof) : OwnPage
{
    [BindProperty]
    public string Password { get; set; } = "";

    [BindProperty]
    public string Code { get; set; } = "";

    [BindProperty]
    public string State { get; set; } = "";

    public PasswordOffer? Offer { get; private set; }

    public IReadOnlyList<string> Codes { get; private set; } = [];

    private Archive.Store.Accounts.Account Mine => new() { Id = Me.Id, Name = Me.Name };

    public IActionResult OnGet()
    {
        if (!proof.Has(Me, FreshProof.ForAccount))
        {
            return FreshProof.Demand(Request);
        }
        Offer = passwords.Offer(Mine);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        // Whoever reads the picture slowly is not asked again: it was only shown to somebody who had proved it. Without one, nobody gets another.
        if (!proof.Has(Me, passwords.IsOffer(Mine, State) ? FreshProof.ForAccount + OneTimeLink.Lifetime : FreshProof.ForAccount))
        {
            return FreshProof.Demand(Request);
        }
        Offer = passwords.Refuse(Mine, Password, Code, State);
        if (Offer is null)
        {
            if (await passwords.SetAsync(new(Me.Id, Session: Me.Session), Mine, Password, State, HttpContext.RequestAborted) is not { } codes)
            {
                return Redirect(Permalink.SignIn());
            }
            Codes = codes;
        }
        return Page();
    }
}
