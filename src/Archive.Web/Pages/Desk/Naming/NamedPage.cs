using Archive.Store;
using Archive.Store.History.Auditing;
using Archive.Store.Links;
using Archive.Store.Naming;
using Archive.Web.Accounts.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Desk.Naming;

/// <summary>An outlet or a category in the desk: what it is called, where it stands, what was done to it.</summary>
internal abstract class NamedPage(NamedKind kind, IDbContextFactory<ArchiveContext> store, TimeProvider clock) : DeskPage
{
    [BindProperty(SupportsGet = true, Name = "slug")]
    public string At { get; set; } = "";

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    /// <summary>One a line.</summary>
    [BindProperty]
    public string? Hosts { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Into { get; set; }

    [BindProperty]
    public string? MergeReason { get; set; }

    /// <summary>What the form showed, as JSON.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public NamedKind Kind => kind;

    public bool IsOutlet => kind == NamedKind.Outlet;

    public string Word => IsOutlet ? "outlet" : "category";

    public NamedState State { get; private set; } = null!;

    public IReadOnlyList<NamingChange> History { get; private set; } = [];

    /// <summary>Something of a change is still being done in the background.</summary>
    public bool IsUnderWay { get; private set; }

    public string? Field { get; private set; }

    public string? Error { get; private set; }

    public string? ProveAt { get; private set; }

    public string Public => IsOutlet ? Permalink.Outlet(State.Slug) : Permalink.Category(State.Slug);

    public string All => IsOutlet ? Permalink.DeskOutlets : Permalink.DeskCategories;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
        {
            await using var archive = await store.CreateDbContextAsync(cancel);
            return await SlugMoves.OfAsync(archive, kind, At, cancel) is { } slug ? new RedirectResult(Own(slug)) : NotFound();
        }
        (Name, Address, Hosts) = (State.Name, State.Slug, string.Join('\n', State.Hosts ?? []));
        return Page();
    }

    public Task<IActionResult> OnPostAsync()
    {
        var hosts = (Hosts ?? "").Split(['\n', '\r', ' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Array.Find(hosts, host => OutletHostList.HostOf(host) is null) is { } wrong
            ? RefusedAsync(StatusCodes.Status400BadRequest, "hosts", $"“{wrong}” is no host: write it as bbc.co.uk, one a line.")
            : DoAsync((editor, seen) => editor.ChangeAsync(seen, new(Name ?? "", Address ?? "", IsOutlet ? [.. hosts.Select(host => OutletHostList.HostOf(host)!)] : null), Reason ?? ""));
    }

    // The whole address of its page will do too.
    public Task<IActionResult> OnPostMergeAsync() => DoAsync((editor, seen) => editor.MergeAsync(seen.Slug, (Into ?? "").Trim().TrimEnd('/').Split('/')[^1], MergeReason ?? ""));

    public async Task<IActionResult> OnPostRestoreAsync(long edit)
    {
        await using var archive = await store.CreateDbContextAsync(HttpContext.RequestAborted);
        if (await archive.NamingEdits.AsNoTracking().FirstOrDefaultAsync(one => one.Id == edit && one.Kind == kind && one.Before != null && one.Action != "merge" && one.Action != NameEditor.Apart) is not { } change)
        {
            return NotFound();
        }
        return await DoAsync((editor, seen) => editor.ChangeAsync(seen, NamedState.Read(change.Before!), $"As before “{change.Reason}”.", "restore"));
    }

    /// <summary>Makes what became part of this a name of its own again.</summary>
    public Task<IActionResult> OnPostApartAsync(long edit) => DoAsync((editor, seen) => editor.TakeApartAsync(seen.Slug, edit));

    private async Task<IActionResult> DoAsync(Func<NameEditor, NamedState, Task<NamingResult>> change)
    {
        if (await HttpContext.RequestServices.GetRequiredService<ChangingPace>().IsTooQuickAsync(HttpContext, Me))
        {
            ProveAt = Permalink.Prove(Own(At));
            return await RefusedAsync(StatusCodes.Status403Forbidden, null, $"More than {ChangePace.MostPosts} posts were changed from your account within ten minutes. Prove that it is you, in another window, and save again: what you typed stays here.");
        }
        if (SeenState() is not { } seen)
        {
            return await RefusedAsync(StatusCodes.Status400BadRequest, null, "The form came without what it had shown. Look at the page once more.");
        }
        // From here on it is not broken off: whoever leaves does not know what became of it.
        var result = await change(new(store, kind, AuditEntry.ActorOf(Me.Id), clock), seen);
        return result switch
        {
            { Fault: { } fault } => await RefusedAsync(StatusCodes.Status409Conflict, result.Field, fault),
            { Commit: CommitOutcome.Unconfirmed } => await RefusedAsync(StatusCodes.Status503ServiceUnavailable, null, "The archive has not confirmed yet that the change is kept. Look at this page again in a minute: it shows what is kept."),
            _ => new RedirectResult(Own(result.Slug)),
        };
    }

    private async Task<IActionResult> RefusedAsync(int status, string? field, string error)
    {
        if (!await ReadAsync(HttpContext.RequestAborted))
        {
            return NotFound();
        }
        (Response.StatusCode, Field, Error) = (status, field, error);
        (Name, Address, Hosts) = (Name ?? State.Name, Address ?? State.Slug, Hosts ?? string.Join('\n', State.Hosts ?? []));
        return Page();
    }

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        await using var archive = await store.CreateDbContextAsync(cancel);
        if (await NameEditor.StateAsync(archive, kind, At, cancel) is not { } state)
        {
            return false;
        }
        State = state;
        History = await NamingChange.ReadAsync(archive, kind, state.Slug, clock.GetUtcNow().UtcDateTime, cancel);
        var id = IsOutlet ? await archive.Outlets.At(state.Slug).Select(row => row.Id).FirstOrDefaultAsync(cancel) : await archive.Categories.At(state.Slug).Select(row => row.Id).FirstOrDefaultAsync(cancel);
        IsUnderWay = await archive.Refilings.AnyAsync(row => row.Kind == kind && (row.FromId == id || row.ToId == id), cancel);
        return true;
    }

    private NamedState? SeenState()
    {
        try
        {
            return Seen is null ? null : NamedState.Read(Seen);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private string Own(string slug) => IsOutlet ? Permalink.DeskOutlet(slug) : Permalink.DeskCategory(slug);
}
