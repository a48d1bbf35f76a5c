using Archive.Import.Matching;
using Archive.Store;
using Archive.Store.History.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Archive.Import.Writing;

/// <summary>Puts one seed into the store: one change, all or nothing.</summary>
/// <param name="isCareful">See <see cref="PostWriter"/>.</param>
/// <param name="run">The import that the seed belongs to; null for what is published by itself.</param>
internal sealed class FileWriter(ArchiveWrite write, DateTime importedAt, bool isCareful = false, RunRows? run = null)
{
    private readonly ArchiveContext context = write.Archive;

    /// <returns>What became of its posts; null where these very bytes had been imported before.</returns>
    public async Task<Written> WriteAsync(ReadSeed seed, AuditEntry entry, CancellationToken cancellation)
    {
        if (await context.Sources.AnyAsync(source => source.Sha256 == seed.File.Sha256, cancellation))
        {
            return new(null, null);
        }
        var known = new KnownPosts();
        var matches = await MatchAsync(context, seed, known, cancellation);
        var kept = matches.Where(match => match.IsKept).ToList();
        if (matches.Count > 0 && matches.TrueForAll(match => match.Verdict == Verdict.SampleOfReal))
        {
            // Samples of pages that are all here themselves change nothing.
            return new(matches, null);
        }
        await RemovedRows.ForgetUndoneAsync(context, matches, cancellation);
        var posts = new PostWriter(context, new(entry, importedAt, seed.File.Sha256), seed, known, isCareful);
        var categoryIds = await posts.WriteAsync(kept, cancellation);
        await WriteSourceAsync(seed, matches, kept, categoryIds, cancellation);
        var emptied = kept.Any(match => match.Verdict == Verdict.ReplacesSample)
            ? await SampleRows.RemoveReplacedAsync(context, [.. kept.Select(match => match.Copy.Key.Title)], [.. kept.Select(match => match.Known.Id)], cancellation)
            : [];
        await Groups.SettleAsync(context, posts.Changed, cancellation);
        await write.KeepUpAsync([.. posts.Changed.Select(post => post.SortDay), .. posts.Refiled, .. emptied], cancellation);
        var runId = run is null ? null : (long?)await run.AddAsync(context, seed, matches, cancellation);
        var commit = await write.CommitAsync(entry);
        if (runId is { } id)
        {
            run!.Keep(id);
        }
        return new(matches, commit);
    }

    /// <summary>Matches a seed's posts against the store and those met before, and writes nothing.</summary>
    public static async Task<List<Matched>> MatchAsync(ArchiveContext context, ReadSeed seed, KnownPosts known, CancellationToken cancellation)
    {
        var byTitle = seed.Copies.ToLookup(copy => copy.Key.Title, StringComparer.Ordinal);
        await StoredPosts.LoadKeysAsync(context, byTitle.Select(copies => copies.Key).Where(title => !known.Knows(title)), known, cancellation);
        var unread = byTitle.SelectMany(copies => known.Of(copies.First().Key)
            .Where(post => post.Copies is null && (post.IsEdited || copies.Any(copy => copy.Wording.PrintedHash != post.PrintedHash))));
        await StoredPosts.LoadCopiesAsync(context, unread, cancellation);
        return FileMatcher.Run(seed.File.Path, seed.Copies, seed.Parsed.Posts, known);
    }

    private async Task WriteSourceAsync(ReadSeed seed, List<Matched> matches, List<Matched> kept, Dictionary<string, long> categoryIds, CancellationToken cancellation)
    {
        var source = SourceRows.Of(seed, importedAt);
        source.Id = await context.NextIdAsync<Source>(cancellation);
        await context.BulkInsertAsync([source], cancellation);
        var chunkId = await context.NextIdAsync<SourceChunk>(cancellation);
        foreach (var chunk in seed.Chunks)
        {
            (chunk.Id, chunk.SourceId) = (chunkId + chunk.Position, source.Id);
        }
        await context.BulkInsertAsync(seed.Chunks, cancellation);
        var provenanceId = await context.NextIdAsync<Provenance>(cancellation);
        await context.BulkInsertAsync(ProvenanceRows.Of(kept, seed.Parsed.Posts, categoryIds, source.Id, provenanceId), cancellation);
        var problemId = await context.NextIdAsync<SourceProblem>(cancellation);
        await RemovedRows.AddCopiesAsync(context, matches, seed, source.Id, cancellation);
        await context.BulkInsertAsync(ProvenanceRows.Problems(seed, kept, source.Id, problemId), cancellation);
    }
}

/// <summary>What writing a seed came to.</summary>
/// <param name="Matches">Null where these very bytes had been imported before.</param>
/// <param name="Commit">Null where nothing was to be written.</param>
internal sealed record Written(IReadOnlyList<Matched>? Matches, CommitOutcome? Commit);
