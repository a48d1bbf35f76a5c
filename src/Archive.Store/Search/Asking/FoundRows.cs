using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Search.Asking;

/// <summary>Reads the rows of what was found.</summary>
internal sealed class FoundRows(ArchiveContext archive)
{
    private static readonly Expression<Func<Headline, HeadlineRow>> Row = headline => new HeadlineRow(
        headline.Id, headline.PostId, headline.PublicId, headline.Text, headline.Url, headline.Outlet!.Name, headline.Outlet.Slug, headline.Position,
        new FoundPlace(
            headline.Post!.Title, headline.Post.Kind, headline.Post.DateStart, headline.Post.DateEnd, headline.Post.DatePrecision,
            headline.Post.Slug, headline.Post.Ordinal, headline.Post.HeadlineCount, headline.Post.IsSample),
        headline.Post.SortDay);

    // More headlines than a post can have.
    private const long MostInPost = 1L << 24;

    /// <summary>Rows of the newest digests first, at most so many.</summary>
    public static Task<List<HeadlineRow>> NewestAsync(IQueryable<Headline> headlines, int most, CancellationToken cancellation) =>
        headlines.OrderByDescending(headline => headline.Post!.SortDay).ThenBy(headline => headline.Id).Take(most).Select(Row).ToListAsync(cancellation);

    /// <summary>The headlines at these places, in the same order.</summary>
    public async Task<List<HeadlineRow>> AtAsync(IReadOnlyList<(long PostId, int Position)> places, CancellationToken cancellation)
    {
        if (places.Count == 0)
        {
            return [];
        }
        var (posts, positions) = (places.Select(place => place.PostId).Distinct().ToArray(), places.Select(place => place.Position).Distinct().ToArray());
        // The first two lead to the rows by an index; each place as one number leaves those that are wanted, before anything is joined to them.
        var wanted = places.Select(place => place.PostId * MostInPost + place.Position).ToArray();
        var rows = await archive.Headlines
            .Where(headline => posts.Contains(headline.PostId) && positions.Contains(headline.Position) && wanted.Contains(headline.PostId * MostInPost + headline.Position))
            .Select(Row).ToListAsync(cancellation);
        var byPlace = rows.ToDictionary(row => (row.PostId, row.Position));
        return [.. places.Where(byPlace.ContainsKey).Select(place => byPlace[place])];
    }

    /// <summary>The stories of two or more that headlines belong to: each headline's story, and all rows of the stories, oldest first.</summary>
    public async Task<(Dictionary<long, string> StoryOf, ILookup<string, HeadlineRow> Members)> StoriesAsync(IEnumerable<HeadlineRow> headlines, CancellationToken cancellation)
    {
        var ids = headlines.Select(row => row.Id).ToArray();
        var members = await archive.StoryMembers
            .Where(member => archive.StoryMembers.Any(own => ids.Contains(own.HeadlineId) && own.StoryId == member.StoryId))
            .Select(member => new { member.HeadlineId, member.StoryId }).ToListAsync(cancellation);
        if (members.Count == 0)
        {
            return ([], Array.Empty<HeadlineRow>().ToLookup(_ => "", row => row));
        }
        var memberIds = members.ConvertAll(member => member.HeadlineId);
        var rows = await archive.Headlines.Where(headline => memberIds.Contains(headline.Id)).Select(Row).ToListAsync(cancellation);
        var publicIds = rows.ToDictionary(row => row.Id, row => row.PublicId);
        var storyOf = members.Where(member => publicIds.ContainsKey(member.StoryId)).ToDictionary(member => member.HeadlineId, member => publicIds[member.StoryId]);
        return (storyOf, rows.Where(row => storyOf.ContainsKey(row.Id))
            .OrderBy(row => row.SortDay).ThenBy(row => row.Place.Slug, StringComparer.Ordinal).ThenBy(row => row.Place.Ordinal).ThenBy(row => row.Position)
            .ToLookup(row => storyOf[row.Id]));
    }
}

/// <summary>A headline as it is read for an answer.</summary>
internal sealed record HeadlineRow(
    long Id, long PostId, string PublicId, string Text, string? Url, string? OutletName, string? OutletSlug, int Position, FoundPlace Place, DateOnly SortDay)
{
    public HeadlinePlace Printed => new(PostId, Position, SortDay);

    public StoryHeadline InStory => new(PublicId, Text, Url, OutletName, OutletSlug, Position, Place);
}
