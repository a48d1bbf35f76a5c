using Archive.Store;
using Archive.Store.History.Auditing;
using Archive.Store.Worklists;
using Archive.Web.Accounts.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Archive.Web.Pages.Desk.Worklists;

/// <summary>One headline without a link after the other: paste its address, take one that another digest has, skip it, or say that there is none.</summary>
internal sealed class LostLinksModel(LostLinks queue, WorkDecisions decisions, HeadlineRepair repair, PaceProof pace) : DeskPage
{
    /// <summary>Behind which the queue goes on.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    /// <summary>What was done a moment ago: "link" or "none".</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>To which headline.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    [BindProperty]
    public string Id { get; set; } = "";

    [BindProperty]
    public string Place { get; set; } = "";

    [BindProperty]
    public string? Address { get; set; }

    /// <summary>The headline of another digest whose link is taken.</summary>
    [BindProperty]
    public string? Take { get; set; }

    public LostLink? Lost { get; private set; }

    public string? Error { get; private set; }

    /// <summary>Leads to the page that asks for the second factor once more; null where it need not be asked.</summary>
    public string? ProveAt { get; private set; }

    public async Task OnGetAsync() => Lost = await queue.NextAsync(After, HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync()
    {
        var cancel = HttpContext.RequestAborted;
        if (string.IsNullOrWhiteSpace(Address) && Take is null)
        {
            return Onwards();
        }
        if (await queue.FindAsync(Id, cancel) is not { } lost)
        {
            return Onwards();
        }
        var taken = lost.Candidates.FirstOrDefault(one => one.PublicId == Take);
        if (Take is not null && taken is null)
        {
            return Refused(lost, StatusCodes.Status409Conflict, "That link is no longer there. Please choose again.");
        }
        if (await pace.IsDueAsync(Me, cancel))
        {
            ProveAt = Permalink.Prove(Permalink.Worklist(Worklist.LostLinks));
            return Refused(lost, StatusCodes.Status403Forbidden, $"More than {ChangePace.MostPosts} posts were changed from your account within ten minutes. Prove that it is you, in another window, and send this again: what you typed stays here.");
        }
        var reason = taken is null ? "Link found by an editor" : $"Link taken from the same news in {taken.PostAddress}";
        var repaired = await repair.GiveLinkAsync(Id, taken?.Url ?? Address!, reason, AuditEntry.ActorOf(Me.Id), cancel);
        return repaired.IsKept ? Onwards("link")
            : repaired.IsOver ? Onwards()
            : Refused(lost, repaired.IsInDoubt ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status409Conflict, repaired.Why!);
    }

    public async Task<IActionResult> OnPostNoneAsync()
    {
        if (await queue.FindAsync(Id, HttpContext.RequestAborted) is { } lost)
        {
            await decisions.LeaveAsync(Worklist.LostLinks, lost.PublicId, lost.Text, Me.Id, HttpContext.RequestAborted);
        }
        return Onwards("none");
    }

    private RedirectResult Onwards(string? done = null) =>
        Redirect($"{Permalink.Worklist(Worklist.LostLinks)}?after={Uri.EscapeDataString(Place)}{(done is null ? "" : $"&done={done}&of={Uri.EscapeDataString(Id)}")}");

    private PageResult Refused(LostLink lost, int status, string error)
    {
        (Lost, Response.StatusCode, Error) = (lost, status, error);
        return Page();
    }
}
