using Archive.Import.Publishing;
using Archive.Store.Drafts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Archive.Web.Pages.Desk.Drafting;

/// <summary>What a look at a form showed.</summary>
/// <param name="Post">What can be published; null where nothing can.</param>
/// <param name="Hash">Of what readers would see.</param>
/// <param name="Foreseen">What publishing would do; null where nothing can be.</param>
internal sealed record Looked(WrittenPost? Post, string Hash, PublishedPost? Foreseen);

/// <summary>
/// A page on which something is written that is not published yet. What is typed is kept as a draft with every look at it; whatever is refused,
/// it stays in the form.
/// </summary>
internal abstract partial class DraftingPage(Drafter drafter) : DeskPage
{
    /// <summary>The draft's key, given with the empty form.</summary>
    [BindProperty]
    public string Draft { get; set; } = "";

    /// <summary>The version of the draft that the form has; 0 before it was first saved.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>Hash of what was previewed last.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>Why nothing was done; null where nothing was to be, or it was.</summary>
    public string? Error { get; protected set; }

    /// <summary>How the draft stands; null where nothing was to be kept.</summary>
    public SavedDraft? Saved { get; private set; }

    /// <summary>Where the page stands.</summary>
    public abstract string Address { get; }

    protected Drafter Drafter => drafter;

    protected abstract DraftKind Kind { get; }

    /// <summary>What a list of drafts calls it.</summary>
    protected abstract string DraftName { get; }

    /// <summary>Puts what was typed back into the fields.</summary>
    protected abstract void Fill(TypedForm form);

    /// <summary>Puts into a new form what its address says.</summary>
    protected virtual void Begin()
    {
    }

    /// <summary>Makes the preview.</summary>
    protected abstract Task<Looked> LookAsync(TypedForm form, DateOnly today);

    public async Task<IActionResult> OnGetAsync(string? draft)
    {
        if (draft is null)
        {
            Draft = Archive.Store.Drafts.Draft.NewKey();
            Begin();
            return Page();
        }
        if (await drafter.Shelf.FindAsync(draft, HttpContext.RequestAborted) is not { DeletedAt: null } found || found.Kind != Kind)
        {
            return NotFound();
        }
        if (found is { PublishedAt: not null })
        {
            return found.Address is { } address ? new RedirectResult(address) : NotFound();
        }
        (Draft, Version, Saved) = (found.Key, found.Version, new(found.Schedule is null ? SaveOutcome.Saved : SaveOutcome.Scheduled, found));
        var form = TypedForm.Read(found.Form);
        Fill(form);
        await LookAsync(form, drafter.DayOf(found.Schedule?.SetAt ?? drafter.Now));
        return Page();
    }

    /// <summary>A look at it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await LookAsync();
        await KeepAsync();
        return Page();
    }

    /// <summary>Keeps it, and no more. A script asks in JSON, every few seconds; then nothing is made of what was typed.</summary>
    public async Task<IActionResult> OnPostSaveAsync()
    {
        var isScript = Request.Headers.Accept.Contains("application/json");
        if (!isScript)
        {
            await LookAsync();
        }
        await KeepAsync();
        if (Saved is { Outcome: not SaveOutcome.Saved })
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
        }
        return isScript ? new JsonResult(new { version = Version, state = State, said = Said }) : Page();
    }

    /// <summary>Keeps it beside what another window saved.</summary>
    public Task<IActionResult> OnPostSaveAsAsync()
    {
        (Draft, Version) = (Archive.Store.Drafts.Draft.NewKey(), 0);
        return OnPostSaveAsync();
    }

    /// <summary>How the draft stands, in a line.</summary>
    public string State => Saved is { Outcome: SaveOutcome.Saved, Draft: { } draft } ? $"Saved {drafter.TimeOf(draft.SavedAt)}" : Saved is null ? "" : "Not saved";

    /// <summary>What there is to say where saving did not go as usual.</summary>
    public string? Said => Saved switch
    {
        { Outcome: SaveOutcome.ChangedMeanwhile, Draft: { } other } => $"{other.SavedBy!.Name} saved this draft at {drafter.TimeOf(other.SavedAt)}, in another window perhaps. What you typed is kept here, and nothing was overwritten.",
        { Outcome: SaveOutcome.Scheduled, Draft.Schedule: { } schedule } => $"It is to be published {Moment.Words(schedule)}, as it was looked at then. To change it, take it out of the schedule.",
        { Outcome: SaveOutcome.Over, Draft.PublishedAt: not null } => "This draft was published meanwhile. What you typed is kept here.",
        { Outcome: SaveOutcome.Over } => "This draft was deleted meanwhile. What you typed is kept here.",
        _ => null,
    };

    protected async Task<Looked> LookAsync()
    {
        var form = TypedForm.Of(Request.Form);
        Fill(form);
        return await LookAsync(form, drafter.DayOf(drafter.Now));
    }

    protected PageResult Refused(int status, string error)
    {
        (Response.StatusCode, Error) = (status, error);
        return Page();
    }

    protected async Task KeepAsync()
    {
        var form = TypedForm.Of(Request.Form);
        if (!Archive.Store.Drafts.Draft.IsKey(Draft) || form.IsBlank && Version == 0)
        {
            return;
        }
        // A script that saves has not looked.
        Fill(form);
        var name = DraftName.Trim();
        Saved = await drafter.Shelf.SaveAsync(Draft, Kind, form.ToJson(), name.Length > Archive.Store.Drafts.Draft.LongestName ? name[..(Archive.Store.Drafts.Draft.LongestName - 1)] + "…" : name, Version, Me.Id, HttpContext.RequestAborted);
        Version = Saved.Outcome == SaveOutcome.Saved ? Saved.Draft!.Version : Version;
    }
}
