using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Removal;

/// <summary>What stays known of the headlines of posts that go.</summary>
internal static class RemovedHeadlines
{
    /// <summary>Each with another headline of its story, so that the story's address leads to what is left of it.</summary>
    public static async Task<List<RemovedHeadline>> ReadAsync(ArchiveContext archive, long[] posts, CancellationToken cancellation)
    {
        var headlines = await archive.Headlines.InPosts(posts)
            .LeftJoin(archive.StoryMembers, headline => headline.Id, member => member.HeadlineId, (headline, member) => new
            {
                headline.Id, headline.PostId, headline.PublicId, Story = member == null ? (long?)null : member.StoryId,
            })
            .ToListAsync(cancellation);
        var stories = headlines.Select(headline => headline.Story).OfType<long>().Distinct().ToList();
        var mates = await archive.StoryMembers.Where(member => stories.Contains(member.StoryId))
            .Join(archive.Headlines, member => member.HeadlineId, headline => headline.Id, (member, headline) => new { member.StoryId, headline.PublicId, headline.PostId, headline.Post!.SortDay })
            .Where(mate => !posts.Contains(mate.PostId)).ToListAsync(cancellation);
        var first = mates.GroupBy(mate => mate.StoryId).ToDictionary(story => story.Key, story => story.MinBy(mate => (mate.SortDay, mate.PublicId))!.PublicId);
        return headlines.ConvertAll(headline => new RemovedHeadline
        {
            PublicId = headline.PublicId, PostId = headline.PostId, HeadlineId = headline.Id,
            StoryMate = headline.Story is { } story ? first.GetValueOrDefault(story) : null,
        });
    }
}
