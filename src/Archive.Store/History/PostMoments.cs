using System.Linq.Expressions;

namespace Archive.Store.History;

/// <summary>When a post came into the archive, and when it was changed last; UTC. What neither is known of goes by its own date.</summary>
public sealed record PostMoments(long PostId, DateOnly? Day, DateTime? FirstSeen, DateTime? LastChanged)
{
    public DateTime Came => FirstSeen ?? Day?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) ?? DateTime.UnixEpoch;

    public DateTime Updated => LastChanged is { } changed && changed > Came ? changed : Came;
}

/// <summary>The moments of posts, as the store has them: the same whenever they are asked for, and on every node.</summary>
public static class PostMomentsQueries
{
    public static IQueryable<PostMoments> MomentsOf(this ArchiveContext archive, IReadOnlyCollection<long> postIds) =>
        archive.Posts.Where(post => postIds.Contains(post.Id)).Select(From(archive));

    public static Expression<Func<Post, PostMoments>> From(ArchiveContext archive) => post => new PostMoments(
        post.Id,
        post.DateEnd,
        post.Provenances.Min(provenance => (DateTime?)provenance.Source!.ImportedAt),
        archive.Revisions.Where(revision => revision.PostId == post.Id).Max(revision => (DateTime?)revision.At));
}
