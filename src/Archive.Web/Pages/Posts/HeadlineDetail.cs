using System.Linq.Expressions;
using Archive.Store;
using Archive.Web.Pages.Printed;

namespace Archive.Web.Pages.Posts;

/// <summary>One headline with what its digest says of it.</summary>
internal sealed record HeadlineDetail
{
    public required long PostId { get; init; }

    public required string PublicId { get; init; }

    public required int Position { get; init; }

    public required string Text { get; init; }

    public string? Url { get; init; }

    public Named? Outlet { get; init; }

    public string? Section { get; init; }

    public required string PostTitle { get; init; }

    public required Period Period { get; init; }

    public required string PostSlug { get; init; }

    public int PostOrdinal { get; init; }

    public int HeadlineCount { get; init; }

    public bool IsSample { get; init; }

    public required IReadOnlyList<Origin> Origins { get; init; }

    /// <summary>Its line in each of <see cref="Origins"/>, by position of the headline; 0 where that source lacks it.</summary>
    public required IReadOnlyList<List<int>> Lines { get; init; }

    /// <summary>The files it stands in, each with its one line.</summary>
    public IEnumerable<Origin> OwnOrigins => Origins
        .Select((origin, i) => origin with { LineFirst = Lines[i].ElementAtOrDefault(Position), LineLast = Lines[i].ElementAtOrDefault(Position) })
        .Where(origin => origin.LineFirst > 0);

    public string PostAddress => Permalink.Post(Period.Last, PostSlug, PostOrdinal);

    /// <summary>Where it stands on its digest's page, in the part that shows it.</summary>
    public string PlaceAddress =>
        $"{PostAddress}{(Position < PostBody.PartLength ? "" : $"?part={Position / PostBody.PartLength + 1}")}#{Permalink.HeadlineAnchor(PublicId)}";

    public static readonly Expression<Func<Headline, HeadlineDetail>> From = headline => new HeadlineDetail
    {
        PostId = headline.PostId,
        PublicId = headline.PublicId,
        Position = headline.Position,
        Text = headline.Text,
        Url = headline.Url,
        Outlet = headline.Outlet == null ? null : new Named(headline.Outlet.Name, headline.Outlet.Slug),
        Section = headline.Section,
        PostTitle = headline.Post!.Title,
        Period = new Period(headline.Post.DateStart, headline.Post.DateEnd, headline.Post.DatePrecision),
        PostSlug = headline.Post.Slug,
        PostOrdinal = headline.Post.Ordinal,
        HeadlineCount = headline.Post.HeadlineCount,
        IsSample = headline.Post.IsSample,
        Origins = headline.Post.Provenances.OrderBy(origin => origin.Source!.FileName).ThenBy(origin => origin.LineFirst).Select(origin => new Origin(
            origin.SourceId, origin.Source!.FileName, origin.Source.Sha256, origin.Source.Encoding, origin.Source.LineCount, origin.Source.ImportedAt, origin.Source.IsSample,
            origin.LineFirst, origin.LineLast)).ToList(),
        Lines = headline.Post.Provenances.OrderBy(origin => origin.Source!.FileName).ThenBy(origin => origin.LineFirst).Select(origin => origin.HeadlineLines).ToList(),
    };
}
