using System.Globalization;
using Archive.Import.Dates;
using Archive.Store;
using Archive.Store.History;
using Archive.Store.Links;
using Archive.Web.Pages.Desk.Headlines;

namespace Archive.Web.Pages.Desk.Posts;

/// <summary>One endnote; without a number, what the text says that it retells.</summary>
internal sealed class EndnoteRow : PlacedRow
{
    private const int HighestNumber = 9999;

    public string? Number { get; set; }

    public string? Text { get; set; }

    public string? Outlet { get; set; }

    public string? Date { get; set; }

    public string? Link { get; set; }

    public override bool IsBlank => Fields.All(string.IsNullOrWhiteSpace);

    protected override IEnumerable<string?> Fields => [Number, Text, Outlet, Date, Link];

    public static EndnoteRow Of(EndnoteSnapshot note, int index) => new()
    {
        At = index.ToString(CultureInfo.InvariantCulture), Index = index, Place = (index + 1).ToString(CultureInfo.InvariantCulture),
        Number = note.Number?.ToString(CultureInfo.InvariantCulture), Text = note.Text, Outlet = note.Outlet, Date = TypedDate.Of(note.Date, note.Date, DatePrecision.Day), Link = note.Url,
    };

    public EndnoteSnapshot Read(EndnoteSnapshot? former, Action<string, string> refuse)
    {
        var text = TypedText.Line(Text, HeadlineForm.LongestText, why => refuse(nameof(Text), why));
        if (text is null && former?.Text.Length != 0)
        {
            refuse(nameof(Text), "An endnote needs words. To remove it, tick “take out”.");
        }
        return new(NumberOf(refuse), text ?? "", TypedText.Line(Outlet, HeadlineForm.LongestName, why => refuse(nameof(Outlet), why)), DateOf(refuse), LinkOf(former, refuse));
    }

    private int? NumberOf(Action<string, string> refuse)
    {
        if (string.IsNullOrWhiteSpace(Number))
        {
            return null;
        }
        if (int.TryParse(Number.Trim().TrimEnd('.'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= HighestNumber)
        {
            return number;
        }
        refuse(nameof(Number), $"Its number is one from 1 to {HighestNumber}, or empty.");
        return null;
    }

    private DateOnly? DateOf(Action<string, string> refuse)
    {
        var date = TypedDate.Read(Date);
        if (date.Refusal is not null || date.First != date.Last)
        {
            refuse(nameof(Date), date.Refusal ?? "An endnote has one day, or none.");
        }
        return date.First;
    }

    // What came broken from its source stays as it is while nobody mends it.
    private string? LinkOf(EndnoteSnapshot? former, Action<string, string> refuse)
    {
        if (TypedText.Line(Link, 4000, why => refuse(nameof(Link), why)) is not { } typed || typed == former?.Url)
        {
            return string.IsNullOrWhiteSpace(Link) ? null : former!.Url;
        }
        var link = LinkAddress.Read(typed);
        if (link.Reason is { } reason)
        {
            refuse(nameof(Link), $"This link cannot be kept: {reason}.");
        }
        return link.Url;
    }
}
