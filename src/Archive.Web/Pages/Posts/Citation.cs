using Archive.Web.Pages.Printed;
using Archive.Web.Settings;

namespace Archive.Web.Pages.Posts;

/// <summary>One line of plain text that finds the item again: title, date, archive, address.</summary>
internal static class Citation
{
    /// <param name="within">The digest that a headline stands in.</param>
    public static string Of(string title, string? by, Period period, SiteOptions site, string permalink, string? within = null)
    {
        var date = period.Last is null ? "undated" : period.ToString();
        return $"“{title}”{(by is null ? "" : $", {by}")}, {(within is null ? "" : $"in “{within}”, ")}{date}. {site.Title}, {site.Absolute(permalink)}";
    }
}
