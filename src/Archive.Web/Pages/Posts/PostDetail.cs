using System.Linq.Expressions;
using Archive.Store;
using Archive.Web.Pages.Printed;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Posts;

/// <summary>All of a post but its running text and its headlines.</summary>
internal sealed record PostDetail
{
    public required long Id { get; init; }

    public required PostKind Kind { get; init; }

    public required string Title { get; init; }

    public bool TitleInferred { get; init; }

    public required Period Period { get; init; }

    public required string Slug { get; init; }

    public int Ordinal { get; init; }

    public Named? Outlet { get; init; }

    public string? Issuer { get; init; }

    public string? Place { get; init; }

    public string? Author { get; init; }

    public string? Agency { get; init; }

    public string? Addressee { get; init; }

    public string? Standfirst { get; init; }

    public string? Salutation { get; init; }

    public string? SignOff { get; init; }

    public string? Caption { get; init; }

    public string? Credit { get; init; }

    /// <summary>A standfirst or caption that only prints the title again says nothing under it.</summary>
    public bool SaysMore(string? text) => text is not null && Fold.Text(text) != Fold.Text(Title);

    public bool IsExcerpt { get; init; }

    public bool IsSample { get; init; }

    /// <summary>When an editor last changed what it says, UTC.</summary>
    public DateTime? CorrectedAt { get; init; }

    public int HeadlineCount { get; init; }

    public int PassageCount { get; init; }

    public int SignatoryCount { get; init; }

    public required IReadOnlyList<Named> Categories { get; init; }

    public required IReadOnlyList<Doubt> Doubts { get; init; }

    public required IReadOnlyList<Origin> Origins { get; init; }

    public string Address => Permalink.Post(Period.Last, Slug, Ordinal);

    public string SourceAddress => Permalink.PostSource(Period.Last, Slug, Ordinal);

    public string CorrectionsAddress => Permalink.PostCorrections(Period.Last, Slug, Ordinal);

    public PostCursor Cursor => new(Period.Last, Slug, Ordinal);

    /// <summary>More than a page needs of what a post seldom has more than three of.</summary>
    private const int AtMost = 50;

    private static readonly Expression<Func<Post, PostDetail>> From = post => new PostDetail
    {
        Id = post.Id,
        Kind = post.Kind,
        Title = post.Title,
        TitleInferred = post.TitleInferred,
        Period = new Period(post.DateStart, post.DateEnd, post.DatePrecision),
        Slug = post.Slug,
        Ordinal = post.Ordinal,
        Outlet = post.Outlet == null ? null : new Named(post.Outlet.Name, post.Outlet.Slug),
        Issuer = post.Issuer,
        Place = post.Place,
        Author = post.Author,
        Agency = post.Agency,
        Addressee = post.Addressee,
        Standfirst = post.Standfirst,
        Salutation = post.Salutation,
        SignOff = post.SignOff,
        Caption = post.Caption,
        Credit = post.Credit,
        IsExcerpt = post.IsExcerpt,
        IsSample = post.IsSample,
        CorrectedAt = post.CorrectedAt,
        HeadlineCount = post.HeadlineCount,
        PassageCount = post.Passages.Count,
        SignatoryCount = post.Signatories.Count,
        Categories = new List<Named>(),
        Doubts = new List<Doubt>(),
        Origins = new List<Origin>(),
    };

    /// <returns>Null where there is none.</returns>
    public static async Task<PostDetail?> ReadAsync(ArchiveContext archive, IQueryable<Post> posts, CancellationToken cancel)
    {
        if (await posts.Select(From).FirstOrDefaultAsync(cancel) is not { } post)
        {
            return null;
        }
        // By the post's id, once that is known: "the first fifty of each post" would be a question about all posts, and a database may answer that first.
        return post with
        {
            Categories = await archive.Posts.CategoriesOf(post.Id).Take(AtMost).Select(category => new Named(category.Name, category.Slug)).ToListAsync(cancel),
            Doubts = await archive.Problems.OfPost(post.Id).Take(AtMost).Select(problem => new Doubt(problem.Code, problem.Message, problem.Line)).ToListAsync(cancel),
            Origins = await archive.Provenances.OfPost(post.Id).Take(AtMost).Select(origin => new Origin(
                origin.SourceId, origin.Source!.FileName, origin.Source.Sha256, origin.Source.Encoding, origin.Source.LineCount, origin.Source.ImportedAt, origin.Source.IsSample,
                origin.LineFirst, origin.LineLast)).ToListAsync(cancel),
        };
    }
}

/// <summary>An outlet or category with its address's slug.</summary>
internal sealed record Named(string Name, string Slug);

/// <summary>Something about a post that the parser understood badly.</summary>
internal sealed record Doubt(string Code, string Message, int? Line);

/// <summary>A file that a post came from, and its lines in it.</summary>
internal sealed record Origin(
    long SourceId, string FileName, string Sha256, string Encoding, int LineCount, DateTime ImportedAt, bool IsSample, int LineFirst, int LineLast);
