using System.Linq.Expressions;
using Archive.Store;
using Archive.Store.Links.Checking;
using Archive.Web.Pages.Printed;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Posts;

/// <summary>One headline with what its digest says of it.</summary>
internal sealed record HeadlineDetail
{
    public required long Id { get; init; }

    public required long PostId { get; init; }

    public required string PublicId { get; init; }

    public required int Position { get; init; }

    public required string Text { get; init; }

    public string? Url { get; init; }

    public string? UrlKey { get; init; }

    /// <summary>What is known of the link where it is dead.</summary>
    public CheckedLink? Dead { get; init; }

    public Named? Outlet { get; init; }

    public string? Section { get; init; }

    public required string PostTitle { get; init; }

    public required Period Period { get; init; }

    public required string PostSlug { get; init; }

    public int PostOrdinal { get; init; }

    public int HeadlineCount { get; init; }

    public bool IsSample { get; init; }

    /// <summary>The files its digest stands in, each with its one line, or 0 where that file lacks it.</summary>
    public required IReadOnlyList<Origin> Origins { get; init; }

    /// <summary>The files it stands in itself.</summary>
    public IEnumerable<Origin> OwnOrigins => Origins.Where(origin => origin.LineFirst > 0);

    public string PostAddress => Permalink.Post(Period.Last, PostSlug, PostOrdinal);

    /// <summary>Where it stands on its digest's page, in the part that shows it.</summary>
    public string PlaceAddress =>
        $"{PostAddress}{(Position < PostBody.PartLength ? "" : $"?part={Position / PostBody.PartLength + 1}")}#{Permalink.HeadlineAnchor(PublicId)}";

    private static readonly Expression<Func<Headline, HeadlineDetail>> From = headline => new HeadlineDetail
    {
        Id = headline.Id,
        PostId = headline.PostId,
        PublicId = headline.PublicId,
        Position = headline.Position,
        Text = headline.Text,
        Url = headline.Url,
        UrlKey = headline.UrlKey,
        Outlet = headline.Outlet == null ? null : new Named(headline.Outlet.Name, headline.Outlet.Slug),
        Section = headline.Section,
        PostTitle = headline.Post!.Title,
        Period = new Period(headline.Post.DateStart, headline.Post.DateEnd, headline.Post.DatePrecision),
        PostSlug = headline.Post.Slug,
        PostOrdinal = headline.Post.Ordinal,
        HeadlineCount = headline.Post.HeadlineCount,
        IsSample = headline.Post.IsSample,
        Origins = new List<Origin>(),
    };

    /// <returns>Null where no headline has this id.</returns>
    public static async Task<HeadlineDetail?> ReadAsync(ArchiveContext archive, string id, CancellationToken cancel)
    {
        if (await archive.Headlines.WithId(id).Select(From).FirstOrDefaultAsync(cancel) is not { } headline)
        {
            return null;
        }
        var position = headline.Position;
        return headline with
        {
            Dead = headline.Url is null ? null : (await DeadLinks.AmongAsync(archive, [(headline.UrlKey, headline.Url)], cancel)).Of(headline.UrlKey, headline.Url),
            Origins = await archive.Provenances.OfPost(headline.PostId).Select(origin => new Origin(
                origin.SourceId, origin.Source!.FileName, origin.Source.Sha256, origin.Source.Encoding, origin.Source.LineCount, origin.Source.ImportedAt, origin.Source.IsSample,
                origin.HeadlineLines.Count > position ? origin.HeadlineLines[position] : 0, origin.HeadlineLines.Count > position ? origin.HeadlineLines[position] : 0)).ToListAsync(cancel),
        };
    }
}
