using Archive.Store.History;
using Archive.Store.History.Auditing;
using Archive.Store.Removal;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Editing;

/// <summary>What became of a change of a post.</summary>
public enum SaveOutcome
{
    /// <summary>Written; the former state is kept.</summary>
    Saved,

    /// <summary>The post says that already, perhaps because the same was sent twice: nothing was written.</summary>
    Unchanged,

    /// <summary>Somebody changed the post after it was seen: nothing was written.</summary>
    Stale,

    /// <summary>There is no such post any more.</summary>
    Gone,
}

/// <param name="Post">As it is now; null where it is gone.</param>
/// <param name="Commit">Whether what it says is known to be kept.</param>
public sealed record Saved(SaveOutcome Outcome, SeenPost? Post, CommitOutcome Commit = CommitOutcome.Confirmed);

/// <summary>Changes posts one at a time, each from what its editor saw. No text is lost: what it took the place of is a revision.</summary>
public sealed class PostEditor(IDbContextFactory<ArchiveContext> store, TimeProvider clock)
{
    /// <param name="seen">The seal of what the editor saw (<see cref="SeenPost.Seal"/>).</param>
    /// <param name="changed">What was seen, with what the post is to say from now on; headlines without an id are new.</param>
    public Task<Saved> SaveAsync(long postId, string seen, PostSnapshot changed, AuditEntry entry, CancellationToken cancellation = default) =>
        WriteAsync(postId, now => now.Seal == seen, _ => changed with { Edited = true }, entry, cancellation);

    /// <summary>Changes one headline, whatever became of the rest of its digest meanwhile.</summary>
    /// <param name="seen">The headline as the editor saw it.</param>
    public async Task<Saved> CorrectAsync(HeadlineSnapshot seen, HeadlineSnapshot wanted, AuditEntry entry, CancellationToken cancellation = default)
    {
        await using var archive = await store.CreateDbContextAsync(cancellation);
        var postId = await archive.Headlines.Where(headline => headline.PublicId == seen.Id).Select(headline => (long?)headline.PostId).FirstOrDefaultAsync(cancellation);
        return postId is not { } id ? new(SaveOutcome.Gone, null) : await WriteAsync(
            id,
            now => now.State.Headlines.Any(headline => headline with { PrintedUrl = null } == seen with { PrintedUrl = null }),
            now => now.Headlines.All(headline => headline.Id != wanted.Id) ? null
                : now with { Edited = true, Headlines = [.. now.Headlines.Select(headline => headline.Id == wanted.Id ? wanted : headline)] },
            entry, cancellation);
    }

    /// <summary>Puts a former state back, and with it whether imports may supersede it; what an import brought since is the editor's to leave out.</summary>
    /// <param name="number">Of the revision that keeps the state.</param>
    public async Task<Saved> RestoreAsync(long postId, int number, string seen, AuditEntry entry, CancellationToken cancellation = default)
    {
        await using var archive = await store.CreateDbContextAsync(cancellation);
        var json = await archive.Revisions.Where(row => row.PostId == postId && row.Number == number).Select(row => row.Snapshot).FirstOrDefaultAsync(cancellation);
        var isJoint = await archive.RemovedPosts.MergedInto([postId]).AnyAsync(cancellation);
        return json is null
            ? new(SaveOutcome.Gone, null)
            : await WriteAsync(postId, now => now.Seal == seen, now => Restored(PostSnapshot.FromJson(json), now, isJoint), entry, cancellation);
    }

    // What another became part of is known by its files too: none of them takes its text.
    private static PostSnapshot Restored(PostSnapshot former, PostSnapshot now, bool isJoint) => former.PrintedHash == now.PrintedHash && !isJoint ? former : former with { Edited = true };

    private async Task<Saved> WriteAsync(long postId, Func<SeenPost, bool> isSeen, Func<PostSnapshot, PostSnapshot?> change, AuditEntry entry, CancellationToken cancellation)
    {
        SeenPost? now;
        await using (var write = await ArchiveWrite.BeginAsync(store, cancellation))
        {
            now = await SeenPost.ReadAsync(write.Archive, postId, cancellation);
            if (now is null || change(now.State) is not { } wanted)
            {
                return new(SaveOutcome.Gone, now);
            }
            if (!Says(now.State, wanted))
            {
                return isSeen(now) ? await WriteAsync(write, now, wanted, entry) : new(SaveOutcome.Stale, now);
            }
        }
        return new(SaveOutcome.Unchanged, now, await ArchiveWrite.ConfirmAsync(store, CancellationToken.None));
    }

    // From here on nobody's patience breaks it off.
    private async Task<Saved> WriteAsync(ArchiveWrite write, SeenPost now, PostSnapshot wanted, AuditEntry entry)
    {
        await write.KeepUpAsync(await PostRows.PutAsync(write.Archive, now.Id, wanted, new(entry, clock.GetUtcNow().UtcDateTime)));
        var written = await SeenPost.ReadAsync(write.Archive, now.Id);
        return new(SaveOutcome.Saved, written, await write.CommitAsync(entry with { Subject = written!.Address }));
    }

    // Who gave it its text is no part of what it says; nor is the address that a new headline will get, or the post itself.
    private static bool Says(PostSnapshot now, PostSnapshot wanted)
    {
        var ids = now.Headlines.Count == wanted.Headlines.Count;
        return (now with { Edited = null }).ToJson() == (wanted with
        {
            Edited = null,
            Slug = now.Slug,
            Ordinal = now.Ordinal,
            Headlines = [.. wanted.Headlines.Select((headline, i) => ids && headline.Id.Length == 0 ? headline with { Id = now.Headlines[i].Id } : headline)],
        }).ToJson();
    }
}
