using System.Globalization;
using Archive.Store;
using Archive.Store.History;
using Archive.Store.Prose;

namespace Archive.Web.Pages.Desk.Posts;

/// <summary>One piece of the running text; an empty one goes.</summary>
internal sealed class PieceRow : PlacedRow
{
    public static readonly IReadOnlyList<(PassageRole Role, string Name)> Roles =
    [
        (PassageRole.Paragraph, "paragraph"), (PassageRole.Subhead, "subhead"), (PassageRole.ListItem, "item of a list"), (PassageRole.ItemTitle, "title of an item in a brief"),
        (PassageRole.Copy, "copy to"), (PassageRole.Contact, "contact, never searched"), (PassageRole.Markdown, "text in Markdown"),
    ];

    public string? Role { get; set; }

    public string? Text { get; set; }

    public override bool IsBlank => string.IsNullOrWhiteSpace(Text);

    protected override IEnumerable<string?> Fields => [Role, Text];

    public static PieceRow Of(PassageSnapshot piece, int index) => new()
    {
        At = index.ToString(CultureInfo.InvariantCulture), Index = index, Role = piece.Role, Text = piece.Text, Place = (index + 1).ToString(CultureInfo.InvariantCulture),
    };

    public PassageSnapshot Read(PassageSnapshot? former, Action<string, string> refuse)
    {
        var role = Enum.TryParse<PassageRole>(Role, out var known) && Enum.IsDefined(known) ? known : PassageRole.Paragraph;
        var text = TypedText.Text(Text, former?.Text) ?? "";
        if (text.Length > MarkdownText.Longest)
        {
            refuse(nameof(Text), $"A piece has at most {MarkdownText.Longest:N0} characters.");
        }
        return new(former is not null && string.IsNullOrEmpty(Role) ? former.Role : role.ToString(), text);
    }
}
