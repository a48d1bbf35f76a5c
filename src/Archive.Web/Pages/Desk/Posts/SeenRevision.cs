using Archive.Store;
using Archive.Store.History;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Desk.Posts;

/// <summary>What a form showed first, found again after somebody else changed it.</summary>
internal static class SeenRevision
{
    /// <summary>How many revisions there are.</summary>
    public static async Task<int> NumberAsync(ArchiveContext archive, long postId, CancellationToken cancellation) =>
        await archive.Revisions.Where(row => row.PostId == postId).MaxAsync(row => (int?)row.Number, cancellation) ?? 0;

    /// <summary>The state that was shown first is the one that the next revision after it ended.</summary>
    /// <returns>Null where no revision keeps it.</returns>
    public static async Task<PostSnapshot?> StateAsync(ArchiveContext archive, long postId, int number, CancellationToken cancellation)
    {
        var json = await archive.Revisions.Where(row => row.PostId == postId && row.Number == number + 1).Select(row => row.Snapshot).FirstOrDefaultAsync(cancellation);
        return json is null ? null : PostSnapshot.FromJson(json);
    }
}
