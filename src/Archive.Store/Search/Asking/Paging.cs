using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Search.Asking;

/// <summary>One page of matches.</summary>
internal sealed record MatchPage(IReadOnlyList<Entry> Entries, bool HasMore, bool HasFewer);

/// <summary>
/// A place in a list of headlines, as an address says it: the headline and its day ("2021-01-29~7h3k2m9xq1"), so that what is added
/// meanwhile moves nobody's place, and a place that is gone has neighbours.
/// </summary>
internal sealed class Paging(ArchiveContext archive, SearchRequest request, Matches matches)
{
    private const char Between = '~';

    public static string Cursor(HeadlineRow headline) => $"{headline.SortDay:yyyy-MM-dd}{Between}{headline.PublicId}";

    /// <param name="best">The order, where it is not newest first.</param>
    /// <returns>Null where a cursor cannot be read.</returns>
    public async Task<MatchPage?> PageAsync(List<Entry>? best, CancellationToken cancellation)
    {
        var cursor = request.After ?? request.Before;
        if (cursor is null)
        {
            return Forward(best ?? matches.After(null), isFirst: true);
        }
        if (await PlaceAsync(cursor, isAfter: request.After is not null, cancellation) is not { } place)
        {
            return null;
        }
        if (best is not null)
        {
            var at = best.IndexOf(place);
            return request.After is not null ? Forward(best.Skip(at + 1), isFirst: at < 0) : Backward(best.Take(Math.Max(at, 0)).Reverse());
        }
        return request.After is not null ? Forward(matches.After(place), isFirst: false) : Backward(matches.Before(place));
    }

    private static MatchPage Forward(IEnumerable<Entry> entries, bool isFirst)
    {
        var taken = entries.Take(HeadlineSearch.PageSize + 1).ToList();
        return new([.. taken.Take(HeadlineSearch.PageSize)], taken.Count > HeadlineSearch.PageSize, !isFirst);
    }

    private static MatchPage Backward(IEnumerable<Entry> entries)
    {
        var taken = entries.Take(HeadlineSearch.PageSize + 1).ToList();
        return new([.. taken.Take(HeadlineSearch.PageSize).Reverse()], true, taken.Count > HeadlineSearch.PageSize);
    }

    private async Task<Entry?> PlaceAsync(string cursor, bool isAfter, CancellationToken cancellation)
    {
        if (cursor.Split(Between) is not [var date, var id]
            || !DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return null;
        }
        var headline = await archive.Headlines.WithId(id).Select(headline => new { headline.PostId, headline.Position, headline.Post!.SortDay }).FirstOrDefaultAsync(cancellation);
        if (headline is not null && matches.EntryOf(new(headline.PostId, headline.Position, headline.SortDay)) is { } place)
        {
            return place;
        }
        // Of a headline that is gone: the place before the first of its day, or after the last.
        return isAfter ? matches.StartOf(day.DayNumber).Before : matches.StartOf(day.DayNumber - 1);
    }
}
