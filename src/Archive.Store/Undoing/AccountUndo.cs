using Archive.Store.Editing;
using Archive.Store.History;
using Archive.Store.History.Auditing;
using Archive.Store.Merging;
using Archive.Store.Removal;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Undoing;

/// <summary>
/// Undoes everything that one actor did since a time: what they published goes to the trash, what they removed comes back, what they changed
/// says again what it said before. Which posts those are, and whether somebody else was there since, the audit knows. May be interrupted and
/// run again.
/// </summary>
public sealed class AccountUndo(IDbContextFactory<ArchiveContext> store, TimeProvider clock)
{
    // So many posts are one change of the archive.
    private const int AtOnce = 20;

    /// <param name="dryRun">Only says what would be done.</param>
    /// <param name="by">Who undoes it.</param>
    public async Task<UndoReport> RunAsync(string actor, DateTime since, bool dryRun, string by, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        List<UndonePost> done = [];
        var commit = CommitOutcome.Confirmed;
        if (!dryRun)
        {
            commit = await UndoImportsAsync(actor, since, by, done, cancellation);
        }
        if (commit == CommitOutcome.Unconfirmed)
        {
            // Whatever came next would wait behind it.
            return new(done, commit);
        }
        List<Touched> touched;
        await using (var archive = await store.CreateDbContextAsync(cancellation))
        {
            touched = await TouchedAsync(archive, actor, since, cancellation);
        }
        foreach (var some in touched.Chunk(AtOnce))
        {
            cancellation.ThrowIfCancellationRequested();
            if (dryRun)
            {
                await using var archive = await store.CreateDbContextAsync(cancellation);
                foreach (var post in some)
                {
                    done.AddRange(await ForeseeAsync(archive, post, since));
                }
            }
            else
            {
                await using var write = await ArchiveWrite.BeginAsync(store, cancellation);
                var entry = new AuditEntry(by, "undo", $"{actor} since {since:yyyy-MM-ddTHH:mm:ssZ}");
                var (steps, days) = await UndoAsync(write.Archive, some, actor, since, entry);
                done.AddRange(steps);
                if (days.Count > 0)
                {
                    await write.KeepUpAsync(days, CancellationToken.None);
                    commit = await write.CommitAsync(entry);
                }
            }
            progress?.Report(done.Count);
            if (commit == CommitOutcome.Unconfirmed)
            {
                break;
            }
        }
        return new(done, commit);
    }

    // As a whole, so that the same files can be imported again. What was left is looked at once more, post by post.
    private async Task<CommitOutcome> UndoImportsAsync(string actor, DateTime since, string by, List<UndonePost> done, CancellationToken cancellation)
    {
        await using var archive = await store.CreateDbContextAsync(cancellation);
        foreach (var run in await archive.ImportRuns.Where(run => run.Actor == actor && run.At >= since && run.UndoneAt == null).OrderByDescending(run => run.Id).Select(run => run.Id).ToListAsync(cancellation))
        {
            if (await new RunUndo(store, clock).RunAsync(run, dryRun: false, by, cancellation) is { } report)
            {
                done.AddRange(report.Posts.Where(post => post.Step != UndoStep.Left));
                if (report.Commit == CommitOutcome.Unconfirmed)
                {
                    return report.Commit;
                }
            }
        }
        return CommitOutcome.Confirmed;
    }

    private static async Task<List<Touched>> TouchedAsync(ArchiveContext archive, string actor, DateTime since, CancellationToken cancellation)
    {
        var records = archive.AuditRecords.Where(record => record.Actor == actor && record.At >= since);
        var rows = await archive.AuditedPosts.AsNoTracking().Where(row => row.PostId != NamesSeal.Id && records.Any(record => record.Id == row.RecordId)).OrderBy(row => row.Id).ToListAsync(cancellation);
        var ids = rows.Select(row => row.PostId).Distinct().ToArray();
        var merged = await archive.RemovedPosts.Where(post => ids.Contains(post.Id) && post.State == RemovedState.Merged).Select(post => post.Id).ToHashSetAsync(cancellation);
        // What was removed last comes first, as it went; what became part of another, after that one.
        return [.. rows.GroupBy(row => row.PostId).Select(post => new Touched(post.Key, post.First().RecordId, post.First().Before))
            .OrderBy(post => merged.Contains(post.Id)).ThenByDescending(post => post.FirstRecord).ThenBy(post => post.Id)];
    }

    private async Task<(List<UndonePost> Steps, List<DateOnly> Days)> UndoAsync(ArchiveContext archive, Touched[] touched, string actor, DateTime since, AuditEntry entry)
    {
        var (steps, days) = (new List<UndonePost>(), new List<DateOnly>());
        var removal = new PostRemoval(archive);
        foreach (var post in touched)
        {
            foreach (var foreseen in await ForeseeAsync(archive, post, since))
            {
                var step = foreseen;
                switch (step.Step)
                {
                    case UndoStep.Removed:
                        days.AddRange(await removal.RemoveAsync([post.Id], new(RemovedState.Trashed, entry.Actor, clock.GetUtcNow().UtcDateTime), CancellationToken.None));
                        break;
                    case UndoStep.PutBack when await archive.RemovedPosts.AnyAsync(one => one.Id == post.Id && one.State == RemovedState.Merged):
                        var (apart, why) = await new TakingApart(archive).RunAsync(post.Id, new(entry, clock.GetUtcNow().UtcDateTime));
                        days.AddRange(apart ?? []);
                        days.AddRange(apart is null ? [] : await RestoreAsync(archive, post, actor, since, entry));
                        step = apart is null ? step with { Step = UndoStep.Left, Why = why } : step;
                        break;
                    case UndoStep.PutBack:
                        days.Add((await removal.PutBackAsync(post.Id, CancellationToken.None))!.Value);
                        days.AddRange(await RestoreAsync(archive, post, actor, since, entry));
                        break;
                    case UndoStep.Restored:
                        days.AddRange(await RestoreAsync(archive, post, actor, since, entry));
                        break;
                }
                steps.Add(step);
            }
        }
        return (steps, days);
    }

    // None, or one.
    private static async Task<UndonePost[]> ForeseeAsync(ArchiveContext archive, Touched post, DateTime since)
    {
        var now = await SeenPost.ReadAsync(archive, post.Id);
        var removed = now is null ? await archive.RemovedPosts.AsNoTracking().SingleOrDefaultAsync(one => one.Id == post.Id) : null;
        if (now?.Seal == post.Before)
        {
            return [];
        }
        var address = now?.Address ?? removed?.Address ?? $"post {post.Id}";
        var others = await archive.AuditedPosts.Where(row => row.PostId == post.Id && row.RecordId > post.FirstRecord)
            .Join(archive.AuditRecords, row => row.RecordId, record => record.Id, (row, record) => new { record.Id, record.Actor, record.Action }).OrderBy(record => record.Id).ToListAsync();
        var actor = await archive.AuditRecords.Where(record => record.Id == post.FirstRecord).Select(record => record.Actor).SingleAsync();
        if (others.Find(record => record.Actor != actor) is { } other)
        {
            var theirs = archive.Revisions.Where(revision => revision.PostId == post.Id && revision.Actor == actor && revision.At >= since);
            var (first, last) = (await theirs.MinAsync(revision => (int?)revision.Number), await theirs.MaxAsync(revision => (int?)revision.Number));
            return
            [
                new(post.Id, address, UndoStep.Left, $"changed since by others ({other.Action}, record {other.Id})")
                {
                    Changes = now is not null && first is { } from && last is { } to ? (from, to) : null, IsToGo = now is not null && post.Before is null,
                },
            ];
        }
        return post.Before is null ? [new(post.Id, address, UndoStep.Removed)]
            : now is not null ? [new(post.Id, address, UndoStep.Restored)]
            : removed is not null && await archive.RemovedContents.AnyAsync(content => content.PostId == post.Id && content.Rows != null) ? [new(post.Id, address, UndoStep.PutBack)]
            : [new(post.Id, address, UndoStep.Left, "its text was destroyed")];
    }

    // To the first of the states that the actor ended.
    private async Task<IReadOnlyList<DateOnly>> RestoreAsync(ArchiveContext archive, Touched post, string actor, DateTime since, AuditEntry entry)
    {
        var first = await archive.Revisions.AsNoTracking().Where(revision => revision.PostId == post.Id && revision.Actor == actor && revision.At >= since).OrderBy(revision => revision.Number).FirstOrDefaultAsync();
        return first is null || (await SeenPost.ReadAsync(archive, post.Id))?.Seal == post.Before ? []
            : await PostRows.PutAsync(archive, post.Id, PostSnapshot.FromJson(first.Snapshot), new(entry, clock.GetUtcNow().UtcDateTime));
    }

    /// <param name="Before">Its seal before the first change; null where it was not there.</param>
    private sealed record Touched(long Id, long FirstRecord, string? Before);
}
