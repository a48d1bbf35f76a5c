namespace Archive.Store;

/// <summary>Where a post stands: its files by name, always in the same order.</summary>
public static class ProvenanceQueries
{
    public static IOrderedQueryable<Provenance> OfPost(this IQueryable<Provenance> provenances, long postId) => provenances
        .Where(provenance => provenance.PostId == postId)
        .OrderBy(provenance => provenance.Source!.FileName).ThenBy(provenance => provenance.LineFirst);

    /// <summary>What was understood badly in a post, in the order of its lines.</summary>
    public static IOrderedQueryable<SourceProblem> OfPost(this IQueryable<SourceProblem> problems, long postId) =>
        problems.Where(problem => problem.PostId == postId).OrderBy(problem => problem.Line).ThenBy(problem => problem.Id);
}
