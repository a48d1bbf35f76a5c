using System.Globalization;
using Archive.Store.History;
using Archive.Web.Pages.Desk.Headlines;

namespace Archive.Web.Pages.Desk.Posts;

/// <summary>One headline among others.</summary>
internal sealed class HeadlineRow : PlacedRow
{
    /// <summary>Its public id; null for a new one.</summary>
    public string? Id { get; set; }

    public string? Text { get; set; }

    public string? Link { get; set; }

    public string? Outlet { get; set; }

    public string? Section { get; set; }

    public override bool IsBlank => string.IsNullOrWhiteSpace(Text) && string.IsNullOrWhiteSpace(Link);

    protected override IEnumerable<string?> Fields => [Text, Link, Outlet, Section];

    public static HeadlineRow Of(HeadlineSnapshot headline, int index) => new()
    {
        Id = headline.Id, Text = headline.Text, Link = headline.Url, Outlet = headline.Outlet, Section = headline.Section,
        Index = index, Place = (index + 1).ToString(CultureInfo.InvariantCulture),
    };

    public HeadlineSnapshot Read(HeadlineSnapshot? former, Action<string, string> refuse) =>
        new HeadlineForm { Text = Text, Link = Link, Outlet = Outlet, Section = Section }.Read(former, refuse);
}
