using Archive.Store.History;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Merging;

/// <summary>The files that a post came from, and what is in doubt about its lines in them, on their way to the post that it becomes part of.</summary>
internal sealed class MergedOrigins
{
    private readonly List<Provenance> files;

    private readonly List<SourceProblem> problems;

    private MergedOrigins(List<Provenance> files, List<SourceProblem> problems) => (this.files, this.problems) = (files, problems);

    public static async Task<MergedOrigins> ReadAsync(ArchiveContext archive, long postId) => new(
        await archive.Provenances.AsNoTracking().Where(row => row.PostId == postId).OrderBy(row => row.Id).ToListAsync(),
        await archive.Problems.AsNoTracking().Where(row => row.PostId == postId).OrderBy(row => row.Id).ToListAsync());

    /// <summary>Each headline is found on the line on which the file prints it, or the one that is the same.</summary>
    public async Task GiveAsync(ArchiveContext archive, long postId, MergePlan plan, PostSnapshot former)
    {
        var (next, places) = (await archive.NextIdAsync<Provenance>(), plan.Places());
        foreach (var file in files)
        {
            Dictionary<string, int> lines = new(StringComparer.Ordinal);
            foreach (var (headline, line) in former.Headlines.Zip(file.HeadlineLines))
            {
                lines.TryAdd(places[headline.Id], line);
            }
            (file.Id, file.PostId) = (next++, postId);
            file.HeadlineLines = lines.Count == 0 ? [] : [.. plan.Result.Headlines.Select(headline => lines.GetValueOrDefault(headline.Id))];
        }
        await archive.BulkInsertAsync(files);
        // Under their own numbers, by which it is known what editors decided about them.
        problems.ForEach(problem => problem.PostId = postId);
        await archive.BulkInsertAsync(problems);
    }

    /// <summary>Takes them back from the post.</summary>
    /// <param name="merged">The post that they belong to.</param>
    public static async Task TakeAsync(ArchiveContext archive, long postId, long merged)
    {
        foreach (var copy in await archive.RemovedCopies.AsNoTracking().Where(row => row.PostId == merged).ToListAsync())
        {
            await archive.Provenances.Where(row => row.PostId == postId && row.SourceId == copy.SourceId && row.LineFirst == copy.LineFirst).ExecuteDeleteAsync();
            await archive.Problems.Where(row => row.PostId == postId && row.SourceId == copy.SourceId && row.Line >= copy.LineFirst && row.Line <= copy.LineLast).ExecuteDeleteAsync();
        }
    }
}
