using System.Globalization;
using Archive.Import.Publishing;
using Archive.Store;
using Archive.Store.Drafts;
using Archive.Web.Accounts.Access;
using Archive.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Archive.Web.Pages.Desk.Drafting;

/// <summary>What every page on which something is written needs: where drafts are kept, who publishes, what time it is.</summary>
internal sealed class Drafter(IDbContextFactory<ArchiveContext> store, ChangingPace pace, IOptions<SiteOptions> site, TimeProvider clock)
{
    public DraftShelf Shelf { get; } = new(store, clock);

    public PostPublisher Publisher { get; } = new(store, clock);

    public ChangingPace Pace => pace;

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Proposed where a time is to be typed.</summary>
    public string Zone => site.Value.TimeZone;

    /// <summary>The day that a moment is of, in the site's time zone.</summary>
    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    /// <summary>"10:42", in the site's time zone.</summary>
    public string TimeOf(DateTime utc) => Local(utc).ToString("HH:mm", CultureInfo.InvariantCulture);

    private DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), site.Value.Zone);
}
