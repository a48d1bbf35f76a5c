using Archive.Import.Matching;
using Archive.Store;
using Microsoft.EntityFrameworkCore;

namespace Archive.Import.Writing;

/// <summary>Where a file's posts came from, and what was understood badly in it.</summary>
internal static class ProvenanceRows
{
    public static IEnumerable<Provenance> Of(IEnumerable<Matched> kept, IReadOnlyList<ParsedPost> posts, Dictionary<string, long> categoryIds, long sourceId, long firstId) => kept
        .DistinctBy(match => (match.Known.Id, posts[match.Index].LineFirst))
        .Select((match, i) => new Provenance
        {
            Id = firstId + i,
            PostId = match.Known.Id,
            SourceId = sourceId,
            LineFirst = posts[match.Index].LineFirst,
            LineLast = posts[match.Index].LineLast,
            PrintedHash = match.Copy.Wording.PrintedHash,
            TextLines = match.Copy.Wording.Lines.Length,
            TextDetails = match.Copy.Wording.Details,
            Fingerprints = match.Copy.Wording.Fingerprints,
            CategoryIds = [.. posts[match.Index].Categories.Select(name => categoryIds[Named.Category(name).Slug]).Distinct().Order()],
            PrintedHeadlineLines = [.. posts[match.Index].Headlines.Select(headline => headline.Line)],
            HeadlineLines = match.Copy.Wording.LinesOf(match.Known.Printed ?? match.Known.Shown!, [.. posts[match.Index].Headlines.Select(headline => headline.Line)]),
        });

    /// <summary>After posts changed their text or took in others: the lines on which each of their sources prints the headlines shown now.</summary>
    public static async Task CarryAsync(ArchiveContext context, IReadOnlyCollection<KnownPost> posts, CancellationToken cancellation)
    {
        if (posts.Count == 0)
        {
            return;
        }
        var shown = posts.ToDictionary(post => post.Id, post => post.Shown!);
        var ids = shown.Keys.ToArray();
        var rows = await context.Provenances.AsNoTracking().Where(row => ids.Contains(row.PostId)).ToListAsync(cancellation);
        rows.ForEach(row => row.HeadlineLines = Wording.Of(row).LinesOf(shown[row.PostId], row.PrintedHeadlineLines));
        await context.BulkUpdateAsync(rows, cancellation);
    }

    public static IEnumerable<SourceProblem> Problems(ReadSeed seed, IReadOnlyList<Matched> kept, long sourceId, long firstId)
    {
        var posts = seed.Parsed.Posts;
        var leftOut = Enumerable.Range(0, posts.Count).Except(kept.Select(match => match.Index)).ToHashSet();
        var owners = kept.ToDictionary(match => match.Index, match => match.Known.Id);
        var id = firstId;
        foreach (var problem in seed.Problems)
        {
            int? owner = problem.Line is { } line ? IndexAt(posts, line) : null;
            if (owner is null || !leftOut.Contains(owner.Value))
            {
                yield return new()
                {
                    Id = id++, SourceId = sourceId, PostId = owner is { } index ? owners[index] : null, Line = problem.Line, Code = problem.Code, Message = problem.Message,
                };
            }
        }
    }

    // Posts stand in the order of their lines.
    private static int? IndexAt(IReadOnlyList<ParsedPost> posts, int line)
    {
        var (low, high) = (0, posts.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (line < posts[middle].LineFirst)
            {
                high = middle - 1;
            }
            else if (line > posts[middle].LineLast)
            {
                low = middle + 1;
            }
            else
            {
                return middle;
            }
        }
        return null;
    }
}
