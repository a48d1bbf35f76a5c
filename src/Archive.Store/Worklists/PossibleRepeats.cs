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
        var byLink =
            from one in recent.Where(headline => headline.UrlKey != null)
            from other in recent.Where(headline => headline.UrlKey == one.UrlKey)
            where other.PostId < one.PostId
            select new Pair(one.PublicId, one.Text, one.Post!.Title, one.Post.SortDay, other.PublicId, other.Text, other.Post!.Title, other.Post.SortDay);
        var byStory =
            from one in recent.Join(archive.StoryMembers, headline => headline.Id, member => member.HeadlineId, (headline, member) => new { headline, member.StoryId })
            from other in recent.Join(archive.StoryMembers, headline => headline.Id, member => member.HeadlineId, (headline, member) => new { headline, member.StoryId })
            where one.StoryId == other.StoryId && other.headline.PostId < one.headline.PostId
                && (one.headline.Text == other.headline.Text || one.headline.OutletId != null && one.headline.OutletId == other.headline.OutletId)
            select new Pair(
                one.headline.PublicId, one.headline.Text, one.headline.Post!.Title, one.headline.Post.SortDay,
                other.headline.PublicId, other.headline.Text, other.headline.Post!.Title, other.headline.Post.SortDay);
        var pairs = await byLink.Take(Most).ToListAsync(cancellation);
        pairs.AddRange(await byStory.Take(Most).ToListAsync(cancellation));
        return
        [
            .. pairs.Where(pair => Math.Abs(pair.Day.DayNumber - pair.OtherDay.DayNumber) <= DaysApart)
                .Select(pair => pair.Day < pair.OtherDay ? pair.Turned : pair)
                .DistinctBy(pair => (pair.Id, pair.OtherId))
                .OrderByDescending(pair => pair.Day).ThenBy(pair => pair.Id, StringComparer.Ordinal).ThenBy(pair => pair.OtherId, StringComparer.Ordinal)
                .Select(pair => pair.Item),
        ];
    }

    /// <summary>A later headline and an earlier one.</summary>
    private sealed record Pair(string Id, string Text, string Title, DateOnly Day, string OtherId, string OtherText, string OtherTitle, DateOnly OtherDay)
    {
        public Pair Turned => new(OtherId, OtherText, OtherTitle, OtherDay, Id, Text, Title, Day);

        public WorkItem Item => new($"{Id}-{OtherId}", Text, Permalink.Headline(Id), Title, Day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc))
        {
            Beside = ($"{OtherText} ({OtherTitle})", Permalink.Headline(OtherId)),
        };
    }
}
