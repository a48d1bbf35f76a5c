using Archive.Store;
using Archive.Web.Accounts;
using Archive.Web.Accounts.Access;
using Archive.Web.Accounts.Passkeys;
using Microsoft.AspNetCore.Mvc;

namespace Archive.Web.Pages.Account;

/// <summary>One's own account: passkeys, password, where one is signed in.</summary>
internal sealed class IndexModel(OwnWays ways, PasskeyCeremony passkeys, OwnFeeds feeds, FreshProof proof) : OwnPage
{
    [BindProperty]
    public long Id { get; set; }

    [BindProperty]
    public string PasskeyName { get; set; } = "";

    [BindProperty]
    public string Credential { get; set; } = "";

    [BindProperty]
    public string State { get; set; } = "";

    public Ways Ways { get; private set; } = new(false, 0, 0, []);

    public PasskeyForm? Passkey { get; private set; }

    /// <summary>When the address of the feeds was made, UTC; null where there is none.</summary>
    public DateTime? FeedsMadeAt { get; private set; }

    /// <summary>The token of a new address: it is shown this once.</summary>
    public string? FeedToken { get; private set; }

    /// <summary>False where a change asks for the second factor first.</summary>
    public bool IsFresh => proof.Has(Me, FreshProof.ForAccount);

    public async Task<IActionResult> OnGetAsync()
    {
        Ways = await ways.ReadAsync(Me.Id, HttpContext.RequestAborted);
        FeedsMadeAt = await feeds.MadeAtAsync(Me.Id, HttpContext.RequestAborted);
        Passkey = IsFresh && Ways.HasRoom ? (await passkeys.ToCreateAsync(HttpContext, Me.Id)) with { Heading = "Another passkey" } : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!IsFresh)
        {
            return FreshProof.Demand(Request);
        }
        if (await passkeys.MadeAsync(HttpContext, Me.Id, Credential, State, PasskeyNames.Of(PasskeyName)) is { } made)
        {
            await ways.AddAsync(new(Me.Id, Session: Me.Session), made, HttpContext.RequestAborted);
        }
        return Redirect(Permalink.OwnAccount);
    }

    public async Task<IActionResult> OnPostRenameAsync()
    {
        await ways.RenameAsync(Me.Id, Id, PasskeyNames.Of(PasskeyName), HttpContext.RequestAborted);
        return Redirect(Permalink.OwnAccount);
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        if (!IsFresh)
        {
            return new RedirectResult(Permalink.Prove(Permalink.OwnAccount));
        }
        await ways.RemoveAsync(new(Me.Id, Session: Me.Session), Id, HttpContext.RequestAborted);
        return Redirect(Permalink.OwnAccount);
    }

    public async Task<IActionResult> OnPostMakeFeedAsync()
    {
        // It outlives the session that asks for it.
        if (!IsFresh)
        {
            return new RedirectResult(Permalink.Prove(Permalink.OwnAccount));
        }
        FeedToken = await feeds.MakeAsync(Me.Id, HttpContext.RequestAborted);
        return await OnGetAsync();
    }

    public async Task<IActionResult> OnPostRevokeFeedAsync()
    {
        await feeds.RevokeAsync(Me.Id, HttpContext.RequestAborted);
        return Redirect(Permalink.OwnAccount + "#feeds");
    }

    public async Task<IActionResult> OnPostSignOutEverywhereAsync()
    {
        await ways.SignOutEverywhereAsync(Me.Id, HttpContext.RequestAborted);
        return Redirect(Permalink.SignIn());
    }
}
