using Archive.Store;
using Archive.Store.Worklists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Desk.Worklists;

/// <summary>One worklist; each item can be left as it is.</summary>
internal sealed class ListModel(WorklistReader lists, WorkDecisions decisions, HeadlineRepair repair, IDbContextFactory<ArchiveContext> store, TimeProvider clock)
    : ChangingPage(store, clock)
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

    public bool IsRepeats => List == Worklist.Repeats;

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        await decisions.LeaveAsync(List, Key, Label, Me.Id, Stop);
        return Again();
    }

    public async Task<IActionResult> OnPostTakeOutAsync()
    {
        if (!IsRepeats || !await ReadAsync())
        {
            return NotFound();
        }
        if (await TooQuickAsync(Permalink.Worklist(List)) is { } refused)
        {
            return refused;
        }
        // The later one stands first in the key.
        var taken = await repair.TakeOutAsync(Key.Split('-')[0], "Listed in an earlier digest of the same days", Actor, Stop);
        return taken.IsKept || taken.IsOver ? Again() : Refused(taken.IsInDoubt ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status409Conflict, taken.Why!);
    }

    private async Task<bool> ReadAsync()
    {
        var work = await lists.ReadAsync(List, After, Items, Stop);
        Work = work ?? Work;
        return work is not null;
    }

    private RedirectResult Again() => Redirect($"{Permalink.Worklist(List)}?done=1{(string.IsNullOrEmpty(After) ? "" : $"&after={Uri.EscapeDataString(After)}")}");
}
