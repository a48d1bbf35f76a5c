using Archive.Store;
using Archive.Store.Worklists;
using Microsoft.AspNetCore.Mvc;

namespace Archive.Web.Pages.Desk.Worklists;

/// <summary>What editors left as it is, the newest first.</summary>
internal sealed class DecidedModel(WorkDecisions decisions) : DeskPage
{
    private const int Items = 50;

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    [BindProperty]
    public long Id { get; set; }

    public IReadOnlyList<WorkDecisions.Decided> Decided { get; private set; } = [];

    public long? Next { get; private set; }

    public async Task OnGetAsync()
    {
        Decided = await decisions.ReadAsync(Before, Items, HttpContext.RequestAborted);
        Next = Decided.Count == Items ? Decided[^1].Id : null;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await decisions.TakeBackAsync(Id, HttpContext.RequestAborted);
        return Redirect(Permalink.WorkDecided);
    }
}
