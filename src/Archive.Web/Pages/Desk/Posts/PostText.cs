using Archive.Store;
using Archive.Store.History;
using Archive.Web.Pages.Desk.Headlines;

namespace Archive.Web.Pages.Desk.Posts;

/// <summary>One of the texts that stand round a post's own, in the form that changes it.</summary>
/// <param name="Lines">How many its box has; 1 for a line of its own.</param>
/// <param name="Kinds">Posts that usually have it; the form of others shows it where it says something, or on demand.</param>
internal sealed record PostText(
    string Name, string Label, int Lines, int Longest, Func<PostSnapshot, string?> Of, Func<PostSnapshot, string?, PostSnapshot> With, PostKind[] Kinds)
{
    private const int LongestOfLines = 20_000;

    private static readonly PostKind[] Releases = [PostKind.PressRelease, PostKind.Statement];

    private static readonly PostKind[] Articles = [PostKind.Article, PostKind.Report, PostKind.Brief];

    private static readonly PostKind[] NoDigest = [.. Releases, .. Articles, PostKind.Letter];

    /// <summary>In the order in which a page shows them.</summary>
    public static IReadOnlyList<PostText> All { get; } =
    [
        new("Outlet", "Outlet", 1, HeadlineForm.LongestName, post => post.Outlet, (post, said) => post with { Outlet = said }, Articles),
        new("Place", "Place", 1, HeadlineForm.LongestName, post => post.Place, (post, said) => post with { Place = said }, NoDigest),
        new("Issuer", "Issued by", 1, HeadlineForm.LongestText, post => post.Issuer, (post, said) => post with { Issuer = said }, NoDigest),
        new("Author", "Author", 1, HeadlineForm.LongestName, post => post.Author, (post, said) => post with { Author = said }, Articles),
        new("Agency", "News agency", 1, HeadlineForm.LongestName, post => post.Agency, (post, said) => post with { Agency = said }, [PostKind.Article]),
        new("Addressee", "To", 3, LongestOfLines, post => post.Addressee, (post, said) => post with { Addressee = said }, [PostKind.Letter]),
        new("Standfirst", "Standfirst", 2, LongestOfLines, post => post.Standfirst, (post, said) => post with { Standfirst = said }, [.. Releases, .. Articles]),
        new("Caption", "Caption", 2, LongestOfLines, post => post.Caption, (post, said) => post with { Caption = said }, [.. Releases, .. Articles]),
        new("Credit", "Credit line", 2, LongestOfLines, post => post.Credit, (post, said) => post with { Credit = said }, [.. Releases, .. Articles]),
        new("Salutation", "Salutation", 1, HeadlineForm.LongestText, post => post.Salutation, (post, said) => post with { Salutation = said }, [PostKind.Letter]),
        new("SignOff", "Closing words", 2, LongestOfLines, post => post.SignOff, (post, said) => post with { SignOff = said }, [PostKind.Letter, .. Releases]),
    ];

    public string? Read(string? typed, string? now, Action<string> refuse)
    {
        // A line that came with a break in it keeps it while nobody changes it.
        var said = TypedText.Text(typed, now);
        if (Lines == 1)
        {
            return said == now ? now : TypedText.Line(typed, Longest, refuse);
        }
        if (said?.Length > Longest)
        {
            refuse($"This has at most {Longest:N0} characters.");
        }
        return said;
    }
}
