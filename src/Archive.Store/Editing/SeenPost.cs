using Archive.Store.History;
using Archive.Store.History.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Editing;

/// <summary>A post as somebody who is about to change it sees it.</summary>
/// <param name="Seal">The same for the same text: what was seen is what is changed if both have one seal.</param>
/// <param name="Address">Where it stands now.</param>
public sealed record SeenPost(long Id, string Seal, string Address, PostSnapshot State)
{
    /// <returns>Null where there is no such post.</returns>
    public static async Task<SeenPost?> ReadAsync(ArchiveContext archive, long postId, CancellationToken cancellation = default) =>
        await archive.Posts.Where(post => post.Id == postId).Whole().FirstOrDefaultAsync(cancellation) is { } post ? Of(post) : null;

    /// <param name="post">Read whole (see <see cref="WholePosts"/>).</param>
    internal static SeenPost Of(Post post) => new(post.Id, AuditHash.Seal(post), Permalink.Post(post), PostSnapshot.Of(post));
}
