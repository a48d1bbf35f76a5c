using Archive.Import.Matching;
using Archive.Store;
using Archive.Store.Removal;
using Microsoft.EntityFrameworkCore;

namespace Archive.Import.Writing;

/// <summary>What a file says of posts that were taken out.</summary>
internal static class RemovedRows
{
    private const int AtOnce = 500;

    /// <summary>Of posts that went because their import was undone, those that this file brings: their addresses are free for them.</summary>
    public static async Task ForgetUndoneAsync(ArchiveContext context, IEnumerable<Matched> matches, CancellationToken cancellation)
    {
        foreach (var keys in matches.Where(match => match.Verdict == Verdict.New).Select(match => match.Copy.Key.Full).Distinct().Chunk(AtOnce))
        {
            await context.RemovedPosts.Where(post => post.ImportBringsBack && keys.Contains(post.SourceKey)).ExecuteDeleteAsync(cancellation);
        }
    }

    /// <summary>Where the file prints posts that were taken out: should one be put back, it says so.</summary>
    public static async Task AddCopiesAsync(ArchiveContext context, IEnumerable<Matched> matches, ReadSeed seed, long sourceId, CancellationToken cancellation)
    {
        var removed = matches.Where(match => match.Verdict == Verdict.Removed).ToList();
        if (removed.Count == 0)
        {
            return;
        }
        var id = await context.NextIdAsync<RemovedCopy>(cancellation);
        await context.BulkInsertAsync(removed.DistinctBy(match => (match.Known.Id, seed.Parsed.Posts[match.Index].LineFirst)).Select(match =>
        {
            var (post, wording) = (seed.Parsed.Posts[match.Index], match.Copy.Wording);
            List<int> lines = [.. post.Headlines.Select(headline => headline.Line)];
            return new RemovedCopy
            {
                Id = id++, PostId = match.Known.Id, SourceId = sourceId, LineFirst = post.LineFirst, LineLast = post.LineLast, PrintedHash = wording.PrintedHash,
                TextLines = wording.Lines.Length, TextDetails = wording.Details, Fingerprints = wording.Fingerprints, PrintedHeadlineLines = lines,
                HeadlineLines = match.Known.Shown is { } shown ? wording.LinesOf(shown, lines) : [],
            };
        }), cancellation);
    }
}
