using Archive.Store;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Posts;

/// <summary>From a headline to its story.</summary>
/// <param name="Id">Public id of the story's earliest headline.</param>
/// <param name="Digests">How many list a headline of it, the one it was asked for among them.</param>
internal sealed record StoryLink(string Id, int Digests)
{
    public string Words => Digests switch
    {
        1 => "Listed more than once in this digest",
        2 => "Also reported in 1 other digest",
        _ => $"Also reported in {Digests - 1} other digests",
    };

    /// <returns>Null where nothing else reports the same.</returns>
    public static Task<StoryLink?> ReadAsync(ArchiveContext archive, long headlineId, CancellationToken cancel) =>
        archive.StoryMembers.Where(own => own.HeadlineId == headlineId)
            .Select(own => new StoryLink(
                archive.Headlines.Where(first => first.Id == own.StoryId).Select(first => first.PublicId).First(),
                archive.StoryMembers.Where(member => member.StoryId == own.StoryId)
                    .Join(archive.Headlines, member => member.HeadlineId, headline => headline.Id, (_, headline) => headline.PostId).Distinct().Count()))
            .FirstOrDefaultAsync(cancel);
}
