using System.Globalization;
using Archive.Import.Publishing;
using Archive.Store;
using Archive.Store.Drafts;
using Archive.Store.History.Auditing;
using Archive.Web.Accounts.Access;
using Archive.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Archive.Web.Pages.Desk.Drafting;

/// <summary>What every page on which something is written needs: where drafts are kept, who publishes, what time it is.</summary>
internal sealed class Drafter(IDbContextFactory<ArchiveContext> store, IOptions<SiteOptions> site, TimeProvider clock)
{
    public DraftShelf Shelf { get; } = new(store, clock);

    public PostPublisher Publisher { get; } = new(store, clock);

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Proposed where a time is to be typed.</summary>
    public string Zone => site.Value.TimeZone;

    /// <summary>The day that a moment is of, in the site's time zone.</summary>
    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    /// <summary>"10:42", in the site's time zone.</summary>
    public string TimeOf(DateTime utc) => Local(utc).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Whether an account changed more than one proof of the second factor allows (T34).</summary>
    /// <param name="who">Who sits there; null where nobody does.</param>
    public async Task<bool> IsTooQuickAsync(long account, CurrentAccount? who, CancellationToken cancellation)
    {
        await using var archive = await store.CreateDbContextAsync(cancellation);
        return await ChangePace.TooManySinceAsync(archive, AuditEntry.ActorOf(account), Now, cancellation) is { } since && (who is null || !FreshProof.HasSince(who, new DateTimeOffset(since, TimeSpan.Zero)));
    }

    private DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), site.Value.Zone);
}
