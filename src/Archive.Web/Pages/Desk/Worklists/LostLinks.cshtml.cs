using Archive.Store;
using Archive.Store.Worklists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Desk.Worklists;

/// <summary>One headline without a link after the other: paste its address, take one that another digest has, skip it, or say that there is none.</summary>
internal sealed class LostLinksModel(LostLinks queue, WorkDecisions decisions, HeadlineRepair repair, IDbContextFactory<ArchiveContext> store, TimeProvider clock)
    : ChangingPage(store, clock)
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

    public async Task OnGetAsync() => Lost = await queue.NextAsync(After, Stop);

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(Address) && Take is null)
        {
            return Onwards();
        }
        if (await queue.FindAsync(Id, Stop) is not { } lost)
        {
            return Onwards();
        }
        Lost = lost;
        var taken = lost.Candidates.FirstOrDefault(one => one.PublicId == Take);
        if (Take is not null && taken is null)
        {
            return Refused(StatusCodes.Status409Conflict, "That link is no longer there. Please choose again.");
        }
        if (await TooQuickAsync(Permalink.Worklist(Worklist.LostLinks)) is { } refused)
        {
            return refused;
        }
        var reason = taken is null ? "Link found by an editor" : $"Link taken from the same news in {taken.PostAddress}";
        var repaired = await repair.GiveLinkAsync(Id, taken?.Url ?? Address!, reason, Actor, Stop);
        return repaired.IsKept ? Onwards("link")
            : repaired.IsOver ? Onwards()
            : Refused(repaired.IsInDoubt ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status409Conflict, repaired.Why!);
    }

    public async Task<IActionResult> OnPostNoneAsync()
    {
        if (await queue.FindAsync(Id, Stop) is { } lost)
        {
            await decisions.LeaveAsync(Worklist.LostLinks, lost.PublicId, lost.Text, Me.Id, Stop);
        }
        return Onwards("none");
    }

    private RedirectResult Onwards(string? done = null) =>
        Redirect($"{Permalink.Worklist(Worklist.LostLinks)}?after={Uri.EscapeDataString(Place)}{(done is null ? "" : $"&done={done}&of={Uri.EscapeDataString(Id)}")}");
}
