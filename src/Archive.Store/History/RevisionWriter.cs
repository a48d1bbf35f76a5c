using Archive.Store.History.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.History;

/// <summary>What ended a state of a post.</summary>
/// <param name="SourceSha256">Of the source that brought another text, where an import did.</param>
/// <param name="IsTold">Readers are told of it under the corrections, even where the post itself reads as before.</param>
public sealed record RevisionCause(AuditEntry Entry, DateTime At, string? SourceSha256 = null, bool IsTold = false);

/// <summary>A state of a post that ends.</summary>
/// <param name="IsPublic">As in <see cref="Revision.IsPublic"/>.</param>
/// <param name="JoinedTo">As in <see cref="Revision.JoinedTo"/>.</param>
public sealed record EndingState(long PostId, PostSnapshot Former, bool IsPublic, long? JoinedTo = null);

/// <summary>Keeps former states of posts, inside the running change.</summary>
public static class RevisionWriter
{
    public static async Task KeepAsync(ArchiveContext archive, IEnumerable<EndingState> states, RevisionCause cause, CancellationToken cancellation = default)
    {
        List<EndingState> some = [.. states.OrderBy(state => state.PostId)];
        if (some.Count == 0)
        {
            return;
        }
        var ids = some.Select(state => state.PostId).Distinct().ToArray();
        var last = await archive.Revisions.Where(row => ids.Contains(row.PostId)).GroupBy(row => row.PostId)
            .Select(post => new { post.Key, Number = post.Max(row => row.Number) }).ToDictionaryAsync(post => post.Key, post => post.Number, cancellation);
        var id = await archive.NextIdAsync<Revision>(cancellation);
        await archive.BulkInsertAsync(some.Select(state => new Revision
        {
            Id = id++,
            PostId = state.PostId,
            Number = last[state.PostId] = last.GetValueOrDefault(state.PostId) + 1,
            At = cause.At,
            Actor = cause.Entry.Actor,
            Action = cause.Entry.Action,
            Reason = cause.Entry.Reason,
            SourceSha256 = cause.SourceSha256,
            IsPublic = state.IsPublic,
            JoinedTo = state.JoinedTo,
            Snapshot = state.Former.ToJson(),
        }), cancellation);
    }
}
