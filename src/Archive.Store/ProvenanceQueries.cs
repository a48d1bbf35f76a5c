namespace Archive.Store;

/// <summary>Where a post stands: its files by name, always in the same order.</summary>
public static class ProvenanceQueries
{
    public static IOrderedQueryable<Provenance> OfPost(this IQueryable<Provenance> provenances, long postId) => provenances
        .Where(provenance => provenance.PostId == postId)
        .OrderBy(provenance => provenance.Source!.FileName).ThenBy(provenance => provenance.LineFirst);
}
