using System.Runtime.InteropServices;
using Archive.Store.History;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Editing;

/// <summary>What hangs on the headlines of a post that is changed: their addresses, their rows, the lines that they were read from.</summary>
internal static class EditedHeadlines
{
    /// <summary>Gives those that are new their addresses; a headline that was taken out and put in again gets its old one.</summary>
    public static async Task GiveIdsAsync(ArchiveContext archive, Post post, CancellationToken cancellation)
    {
        HashSet<string> given = [.. post.Headlines.Select(headline => headline.PublicId)];
        foreach (var (headline, (folded, occurrence)) in post.Headlines.Zip(HeadlineId.Wordings(post.Headlines)).Where(pair => pair.First.PublicId.Length == 0))
        {
            for (var salt = 1; headline.PublicId.Length == 0; salt++)
            {
                var id = HeadlineId.Of(post.SourceKey, folded, occurrence, salt);
                if (!given.Contains(id) && !await archive.Headlines.AnyAsync(other => other.PublicId == id && other.PostId != post.Id, cancellation)
                    && !await archive.RemovedHeadlines.AnyAsync(other => other.PublicId == id, cancellation)
                    && !await archive.FormerHeadlines.AnyAsync(other => other.PublicId == id && other.PostId != post.Id, cancellation))
                {
                    headline.PublicId = id;
                    given.Add(id);
                }
            }
        }
    }

    /// <summary>Keeps the rows of those that stay, and remembers where those belong that went.</summary>
    public static async Task KeepRowsAsync(ArchiveContext archive, Post? before, Post post, CancellationToken cancellation)
    {
        var rows = before?.Headlines.ToDictionary(headline => headline.PublicId, headline => headline.Id, StringComparer.Ordinal) ?? [];
        var nextId = await archive.NextIdAsync<Headline>(cancellation);
        nextId = Math.Max(nextId, rows.Values.DefaultIfEmpty().Max() + 1);
        post.Headlines.ForEach(headline => headline.Id = rows.TryGetValue(headline.PublicId, out var id) ? id : nextId++);
        var now = post.Headlines.Select(headline => headline.PublicId).ToArray();
        await RememberAsync(archive, rows.Keys.Except(now), post.Id, cancellation);
        await archive.FormerHeadlines.Where(former => now.Contains(former.PublicId)).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Carries over on which line each source prints each headline; one that comes back is looked for by its wording.</summary>
    public static async Task CarryLinesAsync(ArchiveContext archive, Post? before, Post post, CancellationToken cancellation)
    {
        var sources = await archive.Provenances.AsNoTracking().Where(row => row.PostId == post.Id).ToListAsync(cancellation);
        var wordings = HeadlineId.Wordings(post.Headlines).Select(wording => LineFingerprint.Of(wording.Folded)).ToList();
        foreach (var source in sources.Where(source => source.PrintedHeadlineLines.Count > 0))
        {
            var known = before?.Headlines.Zip(source.HeadlineLines).ToDictionary(pair => pair.First.PublicId, pair => pair.Second, StringComparer.Ordinal) ?? [];
            var printed = MemoryMarshal.Cast<byte, ulong>(source.Fingerprints)[..source.PrintedHeadlineLines.Count].ToArray();
            List<int> lines = [.. post.Headlines.Select((headline, i) => known.TryGetValue(headline.PublicId, out var line) ? line
                : Array.IndexOf(printed, wordings[i]) is var at and >= 0 ? source.PrintedHeadlineLines[at] : 0)];
            source.HeadlineLines = lines.TrueForAll(line => line == 0) ? [] : lines;
        }
        await archive.BulkUpdateAsync(sources, cancellation);
    }

    private static async Task RememberAsync(ArchiveContext archive, IEnumerable<string> gone, long postId, CancellationToken cancellation)
    {
        var ids = gone.ToArray();
        await archive.FormerHeadlines.Where(former => ids.Contains(former.PublicId)).ExecuteDeleteAsync(cancellation);
        await archive.BulkInsertAsync(ids.Select(id => new FormerHeadline { PublicId = id, PostId = postId }), cancellation);
    }
}
