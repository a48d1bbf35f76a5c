using System.Linq.Expressions;
using Archive.Store;
using Archive.Store.Prose;
using Archive.Web.Pages.Printed;

namespace Archive.Web.Pages.Listing;

/// <summary>A post as a list shows it.</summary>
internal sealed record PostLine
{
    /// <summary>How much of a text a list quotes.</summary>
    public const int OpeningLength = 280;

    public required long Id { get; init; }

    public required PostKind Kind { get; init; }

    public required string Title { get; init; }

    public bool TitleInferred { get; init; }

    public DateOnly? First { get; init; }

    public DateOnly? Last { get; init; }

    public DatePrecision? Precision { get; init; }

    public required string Slug { get; init; }

    public int Ordinal { get; init; }

    public string? Outlet { get; init; }

    public string? Issuer { get; init; }

    public string? Opening { get; init; }

    public bool OpensInMarkdown { get; init; }

    public int HeadlineCount { get; init; }

    public bool IsSample { get; init; }

    /// <summary>The opening, cut at a word where the text goes on.</summary>
    public string? Quote => Opening is { Length: OpeningLength } cut && cut.LastIndexOf(' ') is > OpeningLength / 2 and var end ? Said(cut[..end]) + "…" : Said(Opening);

    public Period Period => new(First, Last, Precision);

    public string Address => Permalink.Post(Last, Slug, Ordinal);

    public PostCursor Cursor => new(Last, Slug, Ordinal);

    public static readonly Expression<Func<Post, PostLine>> From = post => new PostLine
    {
        Id = post.Id,
        Kind = post.Kind,
        Title = post.Title,
        TitleInferred = post.TitleInferred,
        First = post.DateStart,
        Last = post.DateEnd,
        Precision = post.DatePrecision,
        Slug = post.Slug,
        Ordinal = post.Ordinal,
        Outlet = post.Outlet!.Name,
        Issuer = post.Issuer,
        // An inferred title is the standfirst already.
        Opening = ((post.TitleInferred ? null : post.Standfirst) ?? post.Passages
            .Where(passage => passage.Role == PassageRole.Paragraph || passage.Role == PassageRole.Markdown)
            .OrderBy(passage => passage.Position)
            .Select(passage => passage.Text)
            .FirstOrDefault())!.Substring(0, OpeningLength),
        OpensInMarkdown = (post.TitleInferred || post.Standfirst == null) && post.Passages.Where(passage => passage.Position == 0).Select(passage => (PassageRole?)passage.Role).FirstOrDefault() == PassageRole.Markdown,
        HeadlineCount = post.HeadlineCount,
        IsSample = post.IsSample,
    };

    private string? Said(string? text) => text is not null && OpensInMarkdown ? string.Join(' ', MarkdownText.Lines(text)) : text;
}

/// <summary>A headline as a list shows it.</summary>
internal sealed record HeadlineLine(long PostId, string Id, int Position, string Text, string? Url, string? Outlet, string? OutletSlug, string? Section, string? UrlKey)
{
    public static readonly Expression<Func<Headline, HeadlineLine>> From = headline => new HeadlineLine(
        headline.PostId, headline.PublicId, headline.Position, headline.Text, headline.Url, headline.Outlet!.Name, headline.Outlet.Slug, headline.Section, headline.UrlKey);
}
