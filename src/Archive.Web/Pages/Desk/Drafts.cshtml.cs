using Archive.Store;
using Archive.Store.Drafts;
using Archive.Web.Pages.Desk.Drafting;
using Microsoft.AspNetCore.Mvc;

namespace Archive.Web.Pages.Desk;

/// <summary>What is being written, by everybody, and what waits for its time.</summary>
internal sealed class DraftsModel(Drafter drafter) : DeskPage
{
    public const int Most = 200;

    public const int MostOver = 20;

    public IReadOnlyList<DraftLine> Open { get; private set; } = [];

    public IReadOnlyList<DraftLine> Over { get; private set; } = [];

    /// <summary>Just deleted.</summary>
    public DraftLine? Deleted { get; private set; }

    public static string AddressOf(DraftLine draft) => draft.Kind == DraftKind.List ? Permalink.DraftList(draft.Key) : Permalink.DraftPost(draft.Key);

    public string When(DateTime utc) => drafter.DayOf(utc) == drafter.DayOf(drafter.Now) ? drafter.TimeOf(utc) : $"{drafter.DayOf(utc):yyyy-MM-dd} {drafter.TimeOf(utc)}";

    public async Task OnGetAsync(string? deleted)
    {
        Open = await drafter.Shelf.ListAsync(Most, HttpContext.RequestAborted);
        Over = await drafter.Shelf.ListOverAsync(MostOver, HttpContext.RequestAborted);
        Deleted = Over.FirstOrDefault(draft => draft.Key == deleted && draft.DeletedAt is not null);
    }

    public async Task<IActionResult> OnPostDeleteAsync(string key) =>
        await drafter.Shelf.DeleteAsync(key, back: false, HttpContext.RequestAborted) ? new RedirectResult($"{Permalink.Drafts}?deleted={Uri.EscapeDataString(key)}") : NotFound();

    public async Task<IActionResult> OnPostUndoAsync(string key) =>
        await drafter.Shelf.DeleteAsync(key, back: true, HttpContext.RequestAborted) ? new RedirectResult(Permalink.Drafts) : NotFound();

    public async Task<IActionResult> OnPostUnscheduleAsync(string key)
    {
        await drafter.Shelf.UnscheduleAsync(key, HttpContext.RequestAborted);
        return new RedirectResult(Permalink.Drafts);
    }
}
