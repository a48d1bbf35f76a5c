using System.Globalization;
using Archive.Store.Drafts;

namespace Archive.Web.Pages.Desk.Drafting;

/// <summary>A day and time as somebody types it, in a time zone that they name; and what it is in UTC, or why it is none.</summary>
/// <param name="Utc">Null where there is an <paramref name="Error"/>.</param>
/// <param name="Offsets">Where clocks go back and the time comes twice, what it may be ahead of UTC by: somebody has to say which.</param>
internal sealed record Moment(DateTime? Utc, string? Error = null, IReadOnlyList<TimeSpan>? Offsets = null)
{
    /// <param name="offset">Which of two is meant ("120": minutes ahead of UTC); otherwise nothing.</param>
    public static Moment Read(string? day, string? time, string? zone, string? offset, DateTime now)
    {
        if (!DateOnly.TryParseExact(day?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return new(null, "The day of publishing is written as 2026-11-22.");
        }
        if (!TimeOnly.TryParseExact(time?.Trim(), ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock))
        {
            return new(null, "The time of publishing is written as 18:30.");
        }
        if (string.IsNullOrWhiteSpace(zone) || !TimeZoneInfo.TryFindSystemTimeZoneById(zone.Trim(), out var found) || !found.HasIanaId)
        {
            return new(null, $"'{zone}' is no time zone that is known here: write it as Europe/Berlin, or UTC.");
        }
        var local = date.ToDateTime(clock);
        if (found.IsInvalidTime(local))
        {
            return new(null, $"There is no {clock:HH:mm} on {date:yyyy-MM-dd} in {found.Id}: clocks go forward over it. Choose another time.");
        }
        TimeSpan ahead;
        if (!found.IsAmbiguousTime(local))
        {
            ahead = found.GetUtcOffset(local);
        }
        else if (found.GetAmbiguousTimeOffsets(local).OrderDescending().ToList() is var both
            && int.TryParse(offset, CultureInfo.InvariantCulture, out var minutes) && both.Contains(TimeSpan.FromMinutes(minutes)))
        {
            ahead = TimeSpan.FromMinutes(minutes);
        }
        else
        {
            return new(null, $"{clock:HH:mm} comes twice on {date:yyyy-MM-dd} in {found.Id}: clocks go back. Say which of both is meant.", both);
        }
        var utc = DateTime.SpecifyKind(local - ahead, DateTimeKind.Utc);
        return utc <= now ? new(null, "That time is over. To publish now, press Publish.") : new(utc);
    }

    /// <summary>"on 22 November 2026 at 18:30 (Europe/Berlin, 17:30 UTC)".</summary>
    public static string Words(Schedule schedule)
    {
        var local = TimeZoneInfo.TryFindSystemTimeZoneById(schedule.Zone, out var zone) ? TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(schedule.At, DateTimeKind.Utc), zone) : schedule.At;
        return string.Create(CultureInfo.InvariantCulture, $"on {local:d MMMM yyyy} at {local:HH:mm} ({schedule.Zone}{(schedule.Zone == "UTC" ? "" : $", {schedule.At:HH:mm} UTC")})");
    }

    /// <summary>"+02:00".</summary>
    public static string Offset(TimeSpan ahead) => $"{(ahead < TimeSpan.Zero ? "-" : "+")}{ahead:hh\\:mm}";
}
