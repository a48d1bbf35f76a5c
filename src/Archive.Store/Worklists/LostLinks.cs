using Archive.Store.Links;
using Archive.Store.Repeats;
using Archive.Store.Stories;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Worklists;

/// <summary>A headline without a link, with all that helps to find it.</summary>
/// <param name="Place">Behind which the queue goes on.</param>
public sealed record LostLink(string PublicId, string Text, string? Outlet, string? Section, string PostTitle, string PostAddress, string Place, IReadOnlyList<LinkCandidate> Candidates);

/// <summary>A link that another digest has for the same news.</summary>
/// <param name="PublicId">Of the headline that has it.</param>
public sealed record LinkCandidate(string PublicId, string Text, string Url, string? Host, string? Outlet, string PostTitle, string PostAddress);

/// <summary>Headlines without a link, one at a time.</summary>
public sealed class LostLinks(IDbContextFactory<ArchiveContext> store, RepeatCheck repeats)
{
    /// <summary>As many as there are keys for.</summary>
    public const int MostCandidates = 9;

    private sealed record Row(long Id, string PublicId, string Text, string? Outlet, string? Section, long PostId, int Position, string Title, DateOnly? DateEnd, string Slug, int Ordinal);

    /// <param name="after"><see cref="LostLink.Place"/> of the one before; null for the start.</param>
    /// <returns>Null at the end of the queue.</returns>
    public async Task<LostLink?> NextAsync(string? after, CancellationToken cancellation = default)
    {
        await using var archive = await store.CreateDbContextAsync(cancellation);
        var left = archive.Headlines.WithoutLink().Undecided(archive, Worklist.LostLinks);
        return await OfAsync(archive, (WorkQueries.Place(after) is { } place ? left.After(place) : left).InWorkOrder(), cancellation);
    }

    /// <returns>Null where there is no such headline, or it has a link.</returns>
    public async Task<LostLink?> FindAsync(string publicId, CancellationToken cancellation = default)
    {
        await using var archive = await store.CreateDbContextAsync(cancellation);
        return await OfAsync(archive, archive.Headlines.WithId(publicId).WithoutLink(), cancellation);
    }

    private async Task<LostLink?> OfAsync(ArchiveContext archive, IQueryable<Headline> headlines, CancellationToken cancellation)
    {
        var row = await headlines.Select(headline => new Row(
            headline.Id, headline.PublicId, headline.Text, headline.Outlet!.Name, headline.Section, headline.PostId, headline.Position,
            headline.Post!.Title, headline.Post.DateEnd, headline.Post.Slug, headline.Post.Ordinal)).FirstOrDefaultAsync(cancellation);
        return row is null ? null : new(
            row.PublicId, row.Text, row.Outlet, row.Section, row.Title, Permalink.Post(row.DateEnd, row.Slug, row.Ordinal),
            WorkQueries.Place(row.PostId, row.Position), await CandidatesAsync(archive, row, cancellation));
    }

    // Of the same story first; then what has the same words, or says the same by the rule of stories, in other years too.
    private async Task<IReadOnlyList<LinkCandidate>> CandidatesAsync(ArchiveContext archive, Row row, CancellationToken cancellation)
    {
        var story = await archive.StoryMembers.Where(member => member.HeadlineId == row.Id).Select(member => (long?)member.StoryId).FirstOrDefaultAsync(cancellation);
        var same = story is not { } id ? [] : await archive.HeadlinesOfStory(id).Where(headline => headline.Url != null && headline.PostId != row.PostId).OldestFirst().Take(MostCandidates)
            .Select(headline => new
            {
                headline.PublicId, headline.Text, headline.Url, Outlet = headline.Outlet!.Name,
                headline.Post!.Title, headline.Post.DateEnd, headline.Post.Slug, headline.Post.Ordinal,
            }).ToListAsync(cancellation);
        var alike = (await repeats.OfAsync([new(row.Text)], row.DateEnd ?? DateOnly.MinValue, row.PostId, cancellation))[0];
        return
        [
            .. same.Select(one => new LinkCandidate(one.PublicId, one.Text, one.Url!, LinkAddress.Read(one.Url!).Host, one.Outlet, one.Title, Permalink.Post(one.DateEnd, one.Slug, one.Ordinal)))
                .Concat(alike.Where(one => one.Url is not null)
                    .Select(one => new LinkCandidate(one.PublicId, one.Text, one.Url!, LinkAddress.Read(one.Url!).Host, one.OutletName, one.Place.Title, one.Place.Address)))
                .DistinctBy(one => LinkAddress.KeyOf(one.Url) ?? one.Url)
                .Take(MostCandidates),
        ];
    }
}
