using System.Globalization;
using Archive.Import.Lines;
using Archive.Import.Pasting;
using Archive.Store;
using Archive.Store.History.Auditing;
using Archive.Store.Repeats;
using Archive.Web.Accounts.Access;
using Archive.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Archive.Web.Pages.Desk.Lists;

/// <summary>A new daily link list: pasted, looked at, published. Whatever is refused, what was typed stays.</summary>
[RequestSizeLimit(LargestForm)]
[RequestFormLimits(ValueLengthLimit = LargestPaste, ValueCountLimit = 20_000, KeyLengthLimit = 100)]
internal sealed class NewModel(IDbContextFactory<ArchiveContext> store, RepeatCheck repeats, IOptions<SiteOptions> site, TimeProvider clock) : DeskPage
{
    public const int LargestPaste = 1024 * 1024;

    // Forms spell a letter of another script with nine characters, and a line's choice comes with each line.
    public const int LargestForm = 12 * LargestPaste;

    private readonly ListPublisher publisher = new(store, clock);

    [BindProperty]
    public string? Pasted { get; set; }

    /// <summary>Typed by the editor; without it the list's own, or the usual one.</summary>
    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? First { get; set; }

    [BindProperty]
    public string? Last { get; set; }

    /// <summary>What the editor says that lines are, by line number: "headline", "leave-out".</summary>
    [BindProperty]
    public Dictionary<string, string> Line { get; set; } = [];

    /// <summary>Hash of what was previewed last.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public ListPreview? Preview { get; private set; }

    /// <summary>Why nothing was published; null where nothing was to be, or it was.</summary>
    public string? Error { get; private set; }

    /// <summary>Leads to the page that asks for the second factor once more; null where it need not be asked.</summary>
    public string? ProveAt { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostPublishAsync()
    {
        var cancel = HttpContext.RequestAborted;
        if (!await ReadAsync())
        {
            return Refused(StatusCodes.Status400BadRequest, Error ?? "There is nothing to publish yet.");
        }
        if (Preview!.Foreseen is { Outcome: ListOutcome.AlreadyThere, Address: { } there })
        {
            // Sent twice, or once more after an answer that never came.
            return new RedirectResult(there);
        }
        if (Preview.Hash != Seen)
        {
            return Refused(StatusCodes.Status409Conflict, "Something changed after you last looked at the preview. This is how it stands now; publish it if it is right.");
        }
        if (!Preview.CanPublish)
        {
            return Refused(StatusCodes.Status409Conflict, "There is nothing to publish that the archive does not have.");
        }
        if (await IsTooQuickAsync(cancel))
        {
            ProveAt = Permalink.Prove(Permalink.NewList);
            return Refused(StatusCodes.Status403Forbidden, $"More than {ChangePace.MostPosts} posts were changed from your account within ten minutes. Prove that it is you, in another window, and publish again: what you typed stays here.");
        }
        var published = await publisher.PublishAsync(Preview.List, Preview.Content, AuditEntry.ActorOf(Me.Id), cancel);
        return published.Commit == CommitOutcome.Confirmed && published.Address is { } address
            ? new RedirectResult(address)
            : Refused(StatusCodes.Status503ServiceUnavailable, "The archive has not confirmed yet that the list is kept. Nothing is lost: publish once more to ask again; it will not appear twice.");
    }

    private PageResult Refused(int status, string error)
    {
        (Response.StatusCode, Error) = (status, error);
        return Page();
    }

    private async Task<bool> IsTooQuickAsync(CancellationToken cancel)
    {
        await using var archive = await store.CreateDbContextAsync(cancel);
        return await ChangePace.TooManySinceAsync(archive, AuditEntry.ActorOf(Me.Id), clock.GetUtcNow().UtcDateTime, cancel) is { } since && !FreshProof.HasSince(Me, new DateTimeOffset(since, TimeSpan.Zero));
    }

    // False where there is nothing that could be published.
    private async Task<bool> ReadAsync()
    {
        var (first, last) = (DayOf(First), DayOf(Last));
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), site.Value.Zone).DateTime);
        var choices = new LineChoices(LineChoices.Read(string.Join(' ', Line.Select(pair => $"{pair.Key}:{pair.Value}"))).All);
        var list = PastedList.Read(Pasted ?? "", last ?? first ?? today, choices);
        if (!string.IsNullOrWhiteSpace(First) && first is null || !string.IsNullOrWhiteSpace(Last) && last is null)
        {
            Error = "The first and the last day are written as 2026-11-22.";
        }
        else if (first > last)
        {
            Error = "The last day is before the first.";
        }
        var period = (first ?? last) is { } from && (last ?? first) is { } to && Error is null ? (from, to) : ((DateOnly, DateOnly)?)null;
        await using var archive = await store.CreateDbContextAsync(HttpContext.RequestAborted);
        Preview = await ListPreview.OfAsync(list, Title, period, archive, repeats, publisher, HttpContext.RequestAborted);
        return Preview is not null && Error is null;
    }

    private static DateOnly? DayOf(string? typed) =>
        DateOnly.TryParseExact(typed?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
