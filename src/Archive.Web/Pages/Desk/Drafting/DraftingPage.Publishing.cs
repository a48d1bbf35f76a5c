using Archive.Import.Publishing;
using Archive.Store;
using Archive.Store.Drafts;
using Archive.Store.History.Auditing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Archive.Web.Pages.Desk.Drafting;

/// <summary>Publishing what is written, now or at a time: only what was looked at, and once.</summary>
internal abstract partial class DraftingPage
{
    /// <summary>When it is to be published, as typed.</summary>
    [BindProperty]
    public MomentForm When { get; set; } = new();

    /// <summary>The two times that are meant by one, on the night when clocks go back.</summary>
    public IReadOnlyList<TimeSpan>? Offsets { get; private set; }

    /// <summary>Leads to the page that asks for the second factor once more; null where it need not be asked.</summary>
    public string? ProveAt { get; private set; }

    public string Zone => drafter.Zone;

    public async Task<IActionResult> OnPostPublishAsync()
    {
        var cancel = HttpContext.RequestAborted;
        var looked = await LookAsync();
        if (looked.Foreseen is { Outcome: PublishOutcome.AlreadyThere, Address: { } there })
        {
            // Sent twice, or once more after an answer that never came.
            await drafter.Shelf.PublishedAsync(Draft, there, cancel);
            return new RedirectResult(there);
        }
        await KeepAsync();
        if (Refusal(looked) is { } refused)
        {
            return refused;
        }
        if (await drafter.Pace.IsTooQuickAsync(HttpContext, Me))
        {
            ProveAt = Permalink.Prove(Address);
            return Refused(StatusCodes.Status403Forbidden, $"More than {ChangePace.MostPosts} posts were changed from your account within ten minutes. Prove that it is you, in another window, and publish again: what you typed stays here.");
        }
        if (await drafter.Publisher.PublishAsync(looked.Post!, AuditEntry.ActorOf(Me.Id), cancellation: cancel) is { Commit: CommitOutcome.Confirmed, Address: { } address })
        {
            await drafter.Shelf.PublishedAsync(Draft, address, CancellationToken.None);
            return new RedirectResult(address);
        }
        return Refused(StatusCodes.Status503ServiceUnavailable, "The archive has not confirmed yet that this is kept. Nothing is lost: publish once more to ask again; it will not appear twice.");
    }

    public async Task<IActionResult> OnPostScheduleAsync()
    {
        var looked = await LookAsync();
        await KeepAsync();
        if (Refusal(looked) is { } refused)
        {
            return refused;
        }
        var moment = Moment.Read(When.Day, When.Time, When.Zone, When.Offset, drafter.Now);
        if (moment.Utc is not { } utc)
        {
            Offsets = moment.Offsets;
            return Refused(StatusCodes.Status400BadRequest, moment.Error!);
        }
        if (Saved is not { Outcome: SaveOutcome.Saved })
        {
            return Refused(StatusCodes.Status409Conflict, "It is not scheduled, because it could not be saved.");
        }
        Schedule schedule = new() { At = utc, Zone = When.Zone!.Trim(), Hash = looked.Hash, Foreseen = looked.Foreseen!.Standing, AccountId = Me.Id };
        return await drafter.Shelf.ScheduleAsync(Draft, Version, schedule, HttpContext.RequestAborted)
            ? new RedirectResult(Permalink.Drafts)
            : Refused(StatusCodes.Status409Conflict, "This draft was changed in another window a moment ago. Look at it once more, and schedule it again.");
    }

    // Null where what was looked at can be published.
    private PageResult? Refusal(Looked looked)
    {
        if (Error is not null || looked.Foreseen is null)
        {
            return Refused(StatusCodes.Status400BadRequest, Error ?? "There is nothing to publish yet.");
        }
        if (looked.Hash != Seen)
        {
            return Refused(StatusCodes.Status409Conflict, "Something changed after you last looked at the preview. This is how it stands now; publish it if it is right.");
        }
        return looked.Post is null ? Refused(StatusCodes.Status409Conflict, "There is nothing to publish that the archive does not have.") : null;
    }
}

/// <summary>A day, a time and a time zone as typed.</summary>
internal sealed class MomentForm
{
    public string? Day { get; set; }

    public string? Time { get; set; }

    public string? Zone { get; set; }

    public string? Offset { get; set; }
}
