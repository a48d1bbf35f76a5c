namespace Archive.Store.Stories;

/// <summary>Named filters on the headlines of a story.</summary>
public static class StoryQueries
{
    public static IQueryable<Headline> HeadlinesOfStory(this ArchiveContext archive, long storyId) =>
        archive.StoryMembers.Where(member => member.StoryId == storyId).Join(archive.Headlines, member => member.HeadlineId, headline => headline.Id, (_, headline) => headline);

    /// <summary>In the order of stories: the first is the one that names it.</summary>
    public static IOrderedQueryable<Headline> OldestFirst(this IQueryable<Headline> headlines) =>
        headlines.OrderBy(headline => headline.Post!.SortDay).ThenBy(headline => headline.Post!.Slug).ThenBy(headline => headline.Post!.Ordinal).ThenBy(headline => headline.Position);
}
