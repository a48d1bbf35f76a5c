using Archive.Store;
using Archive.Store.History.Auditing;
using Archive.Store.Worklists;
using Archive.Web.Accounts.Access;
using Microsoft.AspNetCore.Mvc;

namespace Archive.Web.Pages.Desk.Worklists;

/// <summary>One worklist; each item can be left as it is.</summary>
internal sealed class ListModel(WorklistReader lists, WorkDecisions decisions, HeadlineRepair repair, PaceProof pace) : DeskPage
{
    private const int Items = 50;

    [BindProperty(SupportsGet = true)]
    public string List { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty]
    public string Key { get; set; } = "";

    [BindProperty]
    public string Label { get; set; } = "";

    public WorkPage Work { get; private set; } = new([], null);

    public string? Error { get; private set; }

    /// <summary>Leads to the page that asks for the second factor once more; null where it need not be asked.</summary>
    public string? ProveAt { get; private set; }

    public bool IsRepeats => List == Worklist.Repeats;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await lists.ReadAsync(List, After, Items, HttpContext.RequestAborted) is not { } work)
        {
            return NotFound();
        }
        Work = work;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await decisions.LeaveAsync(List, Key, Label, Me.Id, HttpContext.RequestAborted);
        return Again();
    }

    public async Task<IActionResult> OnPostTakeOutAsync()
    {
        if (!IsRepeats)
        {
            return NotFound();
        }
        if (await pace.IsDueAsync(Me, HttpContext.RequestAborted))
        {
            ProveAt = Permalink.Prove(Permalink.Worklist(List));
            return await RefusedAsync(StatusCodes.Status403Forbidden, $"More than {ChangePace.MostPosts} posts were changed from your account within ten minutes. Prove that it is you, in another window, and press the button again.");
        }
        // The later one stands first in the key.
        var taken = await repair.TakeOutAsync(Key.Split('-')[0], "Listed in an earlier digest of the same days", AuditEntry.ActorOf(Me.Id), HttpContext.RequestAborted);
        return taken.IsKept || taken.IsOver ? Again() : await RefusedAsync(taken.IsInDoubt ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status409Conflict, taken.Why!);
    }

    private RedirectResult Again() => Redirect($"{Permalink.Worklist(List)}?done=1{(string.IsNullOrEmpty(After) ? "" : $"&after={Uri.EscapeDataString(After)}")}");

    private async Task<IActionResult> RefusedAsync(int status, string error)
    {
        (Response.StatusCode, Error) = (status, error);
        return await OnGetAsync();
    }
}
