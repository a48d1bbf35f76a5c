using System.Globalization;

namespace Archive.Web.Pages.Printed;

/// <summary>Dates in words, as short as they can be without losing anything: "27–29 January 2021".</summary>
internal static class DateWords
{
    public static string Day(DateOnly day) => Format(day, "d MMMM yyyy");

    public static string Weekday(DateOnly day) => Format(day, "dddd");

    public static string Month(int year, int month) => Format(new DateOnly(year, month, 1), "MMMM yyyy");

    public static string MonthName(int month) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);

    /// <summary>"21 November 2026, 13:05 (Europe/London)".</summary>
    public static string Moment(DateTime utc, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone).ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture) + $" ({zone.Id})";

    public static string Iso(DateOnly day) => Format(day, "yyyy-MM-dd");

    /// <summary>The first day of a period without what its last day says again: "27", "30 January", "29 December 2020".</summary>
    public static string FirstDay(DateOnly first, DateOnly last) =>
        first.Year != last.Year ? Day(first) : first.Month != last.Month ? Format(first, "d MMMM") : Format(first, "%d");

    private static string Format(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
