using Archive.Store.Editing;
using Archive.Store.Links;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Merging;

/// <summary>A post that may be the same as another, and what speaks for it.</summary>
/// <param name="Links">How many headlines of the two link the same page.</param>
/// <param name="Stories">How many headlines of it report the same as one of the other.</param>
public sealed record MergeCandidate(long Id, string Title, DateOnly? Day, string Address, int Links, int Stories, bool IsTitle, bool IsDay, bool IsOutlet)
{
    internal int Weight => 3 * Links + 2 * Stories + (IsTitle ? 3 : 0) + (IsDay ? 2 : 0) + (IsOutlet ? 1 : 0);
}

/// <summary>Looks for posts that may be the same as one: by their links and news, and near its day by title and outlet.</summary>
public static class MergeCandidates
{
    public const int Most = 8;

    /// <summary>Further away the same title is the next one of its series.</summary>
    public const int DaysApart = 7;

    private const int MostNear = 200;

    /// <returns>The likeliest first.</returns>
    public static async Task<IReadOnlyList<MergeCandidate>> ReadAsync(ArchiveContext archive, SeenPost post, CancellationToken cancellation = default)
    {
        var (id, day) = (post.Id, post.State.DateEnd ?? DateOnly.MinValue);
        string[] keys = [.. post.State.Headlines.Select(headline => LinkAddress.KeyOf(headline.Url)).OfType<string>().Distinct(StringComparer.Ordinal)];
        var links = keys.Length == 0 ? [] : await archive.Headlines.WithLink(keys).Where(headline => headline.PostId != id).GroupBy(headline => headline.PostId)
            .Select(digest => new { digest.Key, Count = digest.Count() }).OrderByDescending(digest => digest.Count).ThenBy(digest => digest.Key).Take(Most).ToDictionaryAsync(digest => digest.Key, digest => digest.Count, cancellation);
        var told = archive.StoryMembers.Where(member => archive.Headlines.Any(headline => headline.Id == member.HeadlineId && headline.PostId == id)).Select(member => member.StoryId);
        var stories = await archive.StoryMembers.Where(member => told.Contains(member.StoryId)).Join(archive.Headlines, member => member.HeadlineId, headline => headline.Id, (_, headline) => headline.PostId)
            .Where(other => other != id).GroupBy(other => other).Select(digest => new { digest.Key, Count = digest.Count() }).OrderByDescending(digest => digest.Count).ThenBy(digest => digest.Key).Take(Most)
            .ToDictionaryAsync(digest => digest.Key, digest => digest.Count, cancellation);
        var near = day == DateOnly.MinValue ? archive.Posts.Undated() : archive.Posts.PublishedBetween(Days(day, -DaysApart), Days(day, DaysApart));
        var found = links.Keys.Union(stories.Keys).ToArray();
        var posts = await near.Where(other => other.Id != id).NewestFirst().Take(MostNear).Select(other => new Row(other, other.Outlet!.Name)).ToListAsync(cancellation);
        var far = found.Except(posts.Select(row => row.Post.Id)).ToArray();
        posts.AddRange(await archive.Posts.Where(other => far.Contains(other.Id)).Select(other => new Row(other, other.Outlet!.Name)).ToListAsync(cancellation));
        var (kind, title) = (PostKindName.Parse(post.State.Kind), Fold.Text(post.State.Title));
        return
        [
            .. posts.Where(row => (row.Post.Kind == PostKind.Digest) == (kind == PostKind.Digest))
                .Select(row => new MergeCandidate(
                    row.Post.Id, row.Post.Title, row.Post.DateEnd, Permalink.Post(row.Post), links.GetValueOrDefault(row.Post.Id), stories.GetValueOrDefault(row.Post.Id),
                    Fold.Text(row.Post.Title) == title, row.Post.DateEnd is { } last && last == post.State.DateEnd, row.Outlet is { } outlet && outlet == post.State.Outlet))
                .Where(candidate => candidate.Links + candidate.Stories > 0 || candidate.IsTitle || candidate.IsDay)
                .OrderByDescending(candidate => candidate.Weight).ThenBy(candidate => candidate.Id).Take(Most),
        ];
    }

    private static DateOnly Days(DateOnly day, int by) => DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + by, 1, DateOnly.MaxValue.DayNumber));

    private sealed record Row(Post Post, string? Outlet);
}
