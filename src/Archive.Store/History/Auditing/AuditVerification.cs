using Microsoft.EntityFrameworkCore;

namespace Archive.Store.History.Auditing;

/// <summary>How far a verification has come.</summary>
public sealed record VerificationProgress(string Of, long Done);

/// <summary>What a verification found.</summary>
/// <param name="Head">The newest record, "17:ab01…": kept elsewhere, it shows later that the whole chain was not made anew. Null where there is none.</param>
/// <param name="Findings">What is not as it was written; empty where all is well.</param>
public sealed record Verified(long Records, long Posts, string? Head, IReadOnlyList<string> Findings);

/// <summary>Reads the whole audit and every post again, and says what was changed past it.</summary>
public sealed class AuditVerification(IDbContextFactory<ArchiveContext> store)
{
    private const int AtOnce = 500;

    private readonly List<string> findings = [];

    /// <param name="kept">Records as they were at some time before, "17:ab01…".</param>
    public async Task<Verified> RunAsync(IReadOnlyCollection<string> kept, IProgress<VerificationProgress>? progress = null, CancellationToken cancellation = default)
    {
        await using var archive = await store.CreateDbContextAsync(cancellation);
        await using var seen = await archive.BeginReadingAsync(cancellation);
        var last = await RecordsAsync(archive, [.. kept], progress, cancellation);
        var edition = await archive.Editions.Select(row => row.Number).SingleAsync(cancellation);
        if ((last?.Edition ?? 0) != edition)
        {
            findings.Add($"the archive is at edition {edition}, and the newest record is of edition {last?.Edition ?? 0}: newer records are missing");
        }
        var posts = await PostsAsync(archive, progress, cancellation);
        return new(last?.Id ?? 0, posts, last is null ? null : Spelled(last), findings);
    }

    private static string Spelled(AuditRecord record) => $"{record.Id}:{record.Hash}";

    private async Task<AuditRecord?> RecordsAsync(ArchiveContext archive, HashSet<string> kept, IProgress<VerificationProgress>? progress, CancellationToken cancellation)
    {
        AuditRecord? last = null;
        for (var from = 0L; ; from = last!.Id)
        {
            var records = await archive.AuditRecords.AsNoTracking().Where(record => record.Id > from).OrderBy(record => record.Id).Take(AtOnce).ToListAsync(cancellation);
            if (records.Count == 0)
            {
                break;
            }
            foreach (var record in records)
            {
                await CheckAsync(archive, record, last, cancellation);
                kept.Remove(Spelled(record));
                last = record;
            }
            progress?.Report(new("records", last!.Id));
        }
        var (first, end) = (1L, last?.Id ?? 0);
        foreach (var stray in await archive.AuditedPosts.Where(row => row.RecordId < first || row.RecordId > end).Select(row => row.RecordId).Distinct().ToListAsync(cancellation))
        {
            findings.Add($"record {stray} is missing, and what it did to posts is there");
        }
        findings.AddRange(kept.Order(StringComparer.Ordinal).Select(head => $"record {head.Split(':')[0]} is not the one that was kept ({head})"));
        return last;
    }

    private async Task CheckAsync(ArchiveContext archive, AuditRecord record, AuditRecord? last, CancellationToken cancellation)
    {
        for (var missing = (last?.Id ?? 0) + 1; missing < record.Id; missing++)
        {
            findings.Add($"record {missing} is missing");
        }
        if (AuditHash.OfRecord(record) != record.Hash)
        {
            findings.Add($"record {record.Id} was altered");
        }
        else if (record.Previous != (last?.Hash ?? "") && record.Id == (last?.Id ?? 0) + 1)
        {
            findings.Add($"record {record.Id} does not follow record {record.Id - 1}");
        }
        else if (last is not null && record.Edition - last.Edition != record.Id - last.Id)
        {
            findings.Add($"between record {last.Id} (edition {last.Edition}) and record {record.Id} (edition {record.Edition}) the archive was changed without a record");
        }
        var posts = await archive.AuditedPosts.AsNoTracking().Where(row => row.RecordId == record.Id).OrderBy(row => row.PostId).ToListAsync(cancellation);
        if (posts.Count != record.PostCount || AuditHash.OfPosts(posts) != record.PostsHash)
        {
            findings.Add($"what record {record.Id} did to posts was altered");
        }
    }

    private async Task<long> PostsAsync(ArchiveContext archive, IProgress<VerificationProgress>? progress, CancellationToken cancellation)
    {
        const string names = "the name of an outlet or a category";
        var ofNames = (await LatestSeals.AllOfAsync(archive, [NamesSeal.Id], cancellation))[NamesSeal.Id].ToList();
        CheckHistory(names, ofNames);
        if (ofNames.Count > 0 && ofNames[^1].After != await NamesSeal.OfAsync(archive, cancellation))
        {
            findings.Add($"{names} was changed past the audit (last in record {ofNames[^1].RecordId})");
        }
        var count = 0L;
        for (var from = NamesSeal.Id; ;)
        {
            // Both the posts there are and those that the audit says there are, in one walk.
            var ids = await archive.Posts.Where(post => post.Id > from).Select(post => post.Id)
                .Union(archive.AuditedPosts.Where(row => row.PostId > from).Select(row => row.PostId))
                .OrderBy(id => id).Take(AtOnce).ToListAsync(cancellation);
            if (ids.Count == 0)
            {
                return count;
            }
            var seals = await LatestSeals.AllOfAsync(archive, ids, cancellation);
            var posts = await archive.Posts.Where(post => ids.Contains(post.Id)).Whole().ToDictionaryAsync(post => post.Id, cancellation);
            foreach (var id in ids)
            {
                Compare(id, posts.GetValueOrDefault(id), [.. seals[id]]);
            }
            count += posts.Count;
            from = ids[^1];
            progress?.Report(new("posts", count));
        }
    }

    private void Compare(long id, Post? post, List<AuditedPost> history)
    {
        var name = post is null ? $"post {id}" : Permalink.Post(post);
        CheckHistory(name, history);
        var seal = history.Count == 0 ? null : history[^1];
        if (post is null && seal?.After is not null)
        {
            findings.Add($"{name} of {seal.Day:yyyy-MM-dd} was taken out past the audit (last in record {seal.RecordId})");
        }
        else if (post is not null && seal?.After is null)
        {
            findings.Add($"{name} was put in past the audit");
        }
        else if (post is not null && AuditHash.Seal(post) != seal!.After)
        {
            findings.Add($"{name} was changed past the audit (last in record {seal.RecordId})");
        }
    }

    // Each record found what the one before had left, or somebody was there in between.
    private void CheckHistory(string name, List<AuditedPost> history)
    {
        foreach (var (earlier, later) in history.Prepend(null).Zip(history).Where(pair => pair.First?.After != pair.Second.Before))
        {
            if (earlier is null && later.RecordId == 1)
            {
                // The first record of an archive that was there before it vouches for what it found.
                continue;
            }
            findings.Add($"{name} was changed past the audit {(earlier is null ? "" : $"after record {earlier.RecordId} and ")}before record {later.RecordId}");
        }
    }
}
