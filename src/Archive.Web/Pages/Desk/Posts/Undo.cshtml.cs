using Archive.Store;
using Archive.Store.Editing;
using Archive.Store.History.Comparing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Desk.Posts;

/// <summary>Changes of a post undone in spite of those that came later: these are kept, or lost by somebody who has seen them.</summary>
internal sealed class UndoModel(IDbContextFactory<ArchiveContext> store, TimeProvider clock) : ChangingPage(store, clock)
{
    private readonly PostEditor posts = new(store, clock);

    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    /// <summary>Number of the first change that is undone.</summary>
    [BindProperty(SupportsGet = true)]
    public int First { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Last { get; set; }

    /// <summary>Seal of what was shown.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What is lost was seen.</summary>
    [BindProperty]
    public bool Sure { get; set; }

    public PastChanges Past { get; private set; } = null!;

    public ActorNames Names { get; private set; } = null!;

    /// <summary>What they changed.</summary>
    public IReadOnlyList<FieldChange> Made { get; private set; } = [];

    /// <summary>What came after them.</summary>
    public IReadOnlyList<FieldChange> Later { get; private set; } = [];

    /// <summary>From what it says now to what it says without them.</summary>
    public IReadOnlyList<FieldChange> Going { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() ? Page() : NotFound();

    /// <summary>Undoes them, and keeps what came later.</summary>
    public Task<IActionResult> OnPostAsync() =>
        DoAsync(() => posts.SaveAsync(Id, Seen ?? "", Past.Undone, new(Actor, "undo", Past.Now.Address, Said(Reason)), Stop));

    /// <summary>Puts back what was before them, whatever came later.</summary>
    public Task<IActionResult> OnPostAllAsync() =>
        DoAsync(() => posts.RestoreAsync(Id, First, Seen ?? "", new(Actor, "restore", Past.Now.Address, Said(Reason)), Stop), isSure: Sure);

    private async Task<IActionResult> DoAsync(Func<Task<Saved>> save, bool isSure = true)
    {
        if (!await ReadAsync())
        {
            return NotFound();
        }
        if (Said(Reason) is null)
        {
            return Refused(StatusCodes.Status400BadRequest, "Reason: say why. Readers see it beside the change.");
        }
        if (!isSure)
        {
            return Refused(StatusCodes.Status400BadRequest, "Tick that the later changes may be lost.");
        }
        if (await TooQuickAsync(Permalink.UndoChanges(Id, First, Last)) is { } refused)
        {
            return refused;
        }
        var saved = await save();
        if (saved.Outcome is SaveOutcome.Stale or SaveOutcome.Gone)
        {
            return await ReadAsync() ? Refused(StatusCodes.Status409Conflict, "Somebody changed this post after you opened this page, and nothing was done. This is how it stands now; press again if it is still right.") : NotFound();
        }
        return saved.Commit == CommitOutcome.Confirmed
            ? new RedirectResult(Permalink.PostHistory(Id))
            : Refused(StatusCodes.Status503ServiceUnavailable, "The archive has not confirmed yet that this is kept. Press once more to ask again; it will not be done twice.");
    }

    private async Task<bool> ReadAsync()
    {
        await using var archive = await OpenAsync();
        if (await PastChanges.ReadAsync(archive, Id, First, Last, Stop) is not { } past)
        {
            return false;
        }
        Past = past;
        Names = await ActorNames.ReadAsync(archive, past.Made.Select(change => change.Actor), Stop);
        Made = PostComparison.Of(past.Before, past.After);
        Later = PostComparison.Of(past.After, past.Now.State);
        Going = PostComparison.Of(past.Now.State, past.Undone);
        return true;
    }
}
