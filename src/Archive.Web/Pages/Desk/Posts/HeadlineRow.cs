using System.Globalization;
using Archive.Store.History;
using Archive.Web.Pages.Desk.Headlines;

namespace Archive.Web.Pages.Desk.Posts;

/// <summary>One headline among others, with the place that it is to have.</summary>
internal sealed class HeadlineRow
{
    /// <summary>Its public id; null for a new one.</summary>
    public string? Id { get; set; }

    public string? Text { get; set; }

    public string? Link { get; set; }

    public string? Outlet { get; set; }

    public string? Section { get; set; }

    /// <summary>From 1; a new one without a place comes last.</summary>
    public string? Place { get; set; }

    /// <summary>"yes" where it is to be taken out.</summary>
    public string? Out { get; set; }

    public static HeadlineRow Of(HeadlineSnapshot headline, int place) => new()
    {
        Id = headline.Id, Text = headline.Text, Link = headline.Url, Outlet = headline.Outlet, Section = headline.Section, Place = place.ToString(CultureInfo.InvariantCulture),
    };

    public static List<HeadlineSnapshot> InOrder(IReadOnlyList<HeadlineRow> rows, IReadOnlyList<HeadlineSnapshot> now, Action<string, string> refuse)
    {
        List<(double Place, HeadlineSnapshot Headline)> placed = [];
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            var former = HeadlineForm.Given(row.Id) is { } id ? now.FirstOrDefault(headline => headline.Id == id) : null;
            if (row.Out == "yes" || former is null && string.IsNullOrWhiteSpace(row.Text) && string.IsNullOrWhiteSpace(row.Link))
            {
                continue;
            }
            var number = i;
            var typed = new HeadlineForm { Text = row.Text, Link = row.Link, Outlet = row.Outlet, Section = row.Section };
            placed.Add((PlaceOf(row.Place, former is null ? null : i + 1, why => refuse($"Headlines[{number}].Place", why)), typed.Read(former, (field, why) => refuse($"Headlines[{number}].{field}", why))));
        }
        return [.. placed.OrderBy(one => one.Place).Select(one => one.Headline)];
    }

    // Whoever goes up stands before the one whose place it takes; whoever goes down, behind it.
    private static double PlaceOf(string? typed, int? before, Action<string> refuse)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return before ?? double.MaxValue;
        }
        if (!int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var place) || place < 1)
        {
            refuse("A place is a number from 1.");
            return before ?? double.MaxValue;
        }
        return before == place ? place : before < place ? place + 0.5 : place - 0.5;
    }
}
