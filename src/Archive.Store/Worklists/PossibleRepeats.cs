using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Worklists;

/// <summary>
/// Headlines that stand in two digests a few days apart: the same link, or the same story in the same words or from the same outlet. Looked
/// for in the newest year of the archive, so that it takes no longer as the archive grows.
/// </summary>
internal static class PossibleRepeats
{
    /// <summary>Later it is news again.</summary>
    public const int DaysApart = 7;

    public const int DaysBack = 366;

    private const int Most = 1000;

    /// <returns>The newest first.</returns>
    public static async Task<IReadOnlyList<WorkItem>> ReadAsync(ArchiveContext archive, CancellationToken cancellation)
    {
        var newest = await archive.Posts.Dated().MaxAsync(post => (DateOnly?)post.SortDay, cancellation);
        if (newest is not { } last)
        {
            return [];
        }
        var recent = archive.Headlines.PublishedBetween(last.AddDays(-DaysBack), last);
        var linked = recent.Where(headline => headline.UrlKey != null);
        var told = recent.Join(archive.StoryMembers, headline => headline.Id, member => member.HeadlineId, (headline, member) => new { Headline = headline, member.StoryId });
        var pairs = await linked.Join(linked, one => one.UrlKey, other => other.UrlKey, (one, other) => new { One = one, Other = other })
            .Where(pair => pair.Other.PostId < pair.One.PostId)
            .OrderByDescending(pair => pair.One.Id).ThenByDescending(pair => pair.Other.Id)
            .Select(pair => new { One = pair.One.PublicId, Other = pair.Other.PublicId }).Take(Most).ToListAsync(cancellation);
        pairs.AddRange(await told.Join(told, one => one.StoryId, other => other.StoryId, (one, other) => new { One = one.Headline, Other = other.Headline })
            .Where(pair => pair.Other.PostId < pair.One.PostId
                && (pair.One.Text == pair.Other.Text || pair.One.OutletId != null && pair.One.OutletId == pair.Other.OutletId))
            .OrderByDescending(pair => pair.One.Id).ThenByDescending(pair => pair.Other.Id)
            .Select(pair => new { One = pair.One.PublicId, Other = pair.Other.PublicId }).Take(Most).ToListAsync(cancellation));
        var ids = pairs.SelectMany(pair => new[] { pair.One, pair.Other }).Distinct(StringComparer.Ordinal).ToArray();
        var rows = await archive.Headlines.WithIds(ids)
            .Select(headline => new Row(headline.PublicId, headline.Text, headline.PostId, headline.Post!.Title, headline.Post.SortDay)).ToDictionaryAsync(row => row.Id, StringComparer.Ordinal, cancellation);
        return
        [
            .. pairs.Distinct().Where(pair => rows.ContainsKey(pair.One) && rows.ContainsKey(pair.Other))
                .Select(pair => (Later: rows[pair.One], Earlier: rows[pair.Other]))
                .Where(pair => Math.Abs(pair.Later.Day.DayNumber - pair.Earlier.Day.DayNumber) <= DaysApart)
                .Select(pair => pair.Later.Day < pair.Earlier.Day ? (Later: pair.Earlier, Earlier: pair.Later) : pair)
                .OrderByDescending(pair => pair.Later.Day).ThenBy(pair => pair.Later.Id, StringComparer.Ordinal).ThenBy(pair => pair.Earlier.Id, StringComparer.Ordinal)
                .Select(pair => Item(pair.Later, pair.Earlier)),
        ];
    }

    private static WorkItem Item(Row later, Row earlier) =>
        new($"{later.Id}-{earlier.Id}", later.Text, Permalink.Headline(later.Id), later.Title, later.Day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc))
        {
            Beside = ($"{earlier.Text} ({earlier.Title})", Permalink.Headline(earlier.Id)),
            Posts = (later.PostId, earlier.PostId),
        };

    private sealed record Row(string Id, string Text, long PostId, string Title, DateOnly Day);
}
