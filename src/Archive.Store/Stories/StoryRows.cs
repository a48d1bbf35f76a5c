using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Stories;

/// <summary>Reads the headlines of dated posts in the order of stories: oldest day first, then by the address of the post.</summary>
internal static class StoryRows
{
    // Days. However long the stretch that is read, no more of it is held than this.
    private const int AtOnce = 64;

    /// <returns>Each headline with the story that the store has it in; null where it is alone.</returns>
    public static async IAsyncEnumerable<(StoryHeadlineRow Headline, long? Story)> ReadAsync(
        ArchiveContext archive, int first, int last, [EnumeratorCancellation] CancellationToken cancellation)
    {
        first = Math.Max(first, DateOnly.MinValue.DayNumber + 1);
        last = Math.Min(last, DateOnly.MaxValue.DayNumber);
        for (var from = first; from <= last; from += AtOnce)
        {
            foreach (var row in await ReadSomeAsync(archive, DateOnly.FromDayNumber(from), DateOnly.FromDayNumber(Math.Min(from + AtOnce - 1, last)), cancellation))
            {
                yield return row;
            }
        }
    }

    private static async Task<List<(StoryHeadlineRow Headline, long? Story)>> ReadSomeAsync(ArchiveContext archive, DateOnly first, DateOnly last, CancellationToken cancellation)
    {
        var posts = await archive.Posts.PublishedBetween(first, last).Select(post => new { post.Id, post.SortDay, post.Slug, post.Ordinal }).ToListAsync(cancellation);
        posts.Sort((one, other) =>
        {
            var by = one.SortDay.CompareTo(other.SortDay);
            by = by != 0 ? by : string.CompareOrdinal(one.Slug, other.Slug);
            return by != 0 ? by : one.Ordinal.CompareTo(other.Ordinal);
        });
        Dictionary<long, int> places = new(posts.Count);
        posts.ForEach(post => places[post.Id] = places.Count);
        var rows = await archive.Headlines.PublishedBetween(first, last)
            .LeftJoin(archive.StoryMembers, headline => headline.Id, member => member.HeadlineId, (headline, member) => new
            {
                headline.Id, headline.PostId, headline.Position, headline.Text, Story = member == null ? (long?)null : member.StoryId,
            })
            .ToArrayAsync(cancellation);
        Array.Sort(Array.ConvertAll(rows, row => (places[row.PostId], row.Position)), rows);
        return [.. rows.Select(row => (new StoryHeadlineRow(row.Id, posts[places[row.PostId]].SortDay.DayNumber, row.Text), row.Story))];
    }
}
