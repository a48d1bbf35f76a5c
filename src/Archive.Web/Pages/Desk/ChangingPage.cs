using Archive.Store;
using Archive.Store.History.Auditing;
using Archive.Web.Accounts.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Desk;

/// <summary>A page on which something public is changed. Whatever is refused, what was typed stays.</summary>
internal abstract class ChangingPage(IDbContextFactory<ArchiveContext> store, TimeProvider clock) : DeskPage
{
    public const int LongestReason = 500;

    /// <summary>Why nothing was changed; null where nothing was to be, or it was.</summary>
    public string? Error { get; protected set; }

    /// <summary>Leads to the page that asks for the second factor once more; null where it need not be asked.</summary>
    public string? ProveAt { get; private set; }

    protected string Actor => AuditEntry.ActorOf(Me.Id);

    protected CancellationToken Stop => HttpContext.RequestAborted;

    /// <summary>A reason as it was typed; null where none was.</summary>
    protected static string? Said(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? null : StoredText.Clean(reason.Trim() is { Length: > LongestReason } much ? much[..LongestReason] : reason.Trim());

    protected PageResult Refused(int status, string error)
    {
        (Response.StatusCode, Error) = (status, error);
        return Page();
    }

    /// <summary>Asks for a fresh proof where more was changed than one allows; null where it may go on.</summary>
    /// <param name="back">Where the page with the proof goes back to, in its own window.</param>
    protected async Task<PageResult?> TooQuickAsync(string back)
    {
        return await HttpContext.RequestServices.GetRequiredService<ChangingPace>().IsTooQuickAsync(HttpContext, Me)
            ? Unproved(back, $"More than {ChangePace.MostPosts} posts were changed from your account within ten minutes.")
            : null;
    }

    /// <summary>Refuses for want of a fresh proof.</summary>
    protected PageResult Unproved(string back, string why)
    {
        ProveAt = Permalink.Prove(back);
        return Refused(StatusCodes.Status403Forbidden, $"{why} Prove that it is you, in another window, and do it again: what you typed stays here.");
    }

    /// <summary>UTC.</summary>
    protected DateTime UtcNow => clock.GetUtcNow().UtcDateTime;

    /// <summary>The store as it is now.</summary>
    protected Task<ArchiveContext> OpenAsync() => store.CreateDbContextAsync(Stop);
}
