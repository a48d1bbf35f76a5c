namespace Archive.Store.Search;

/// <summary>Answers a search from the index.</summary>
public sealed class HeadlineSearch(ArchiveContext archive, Thesaurus thesaurus)
{
    /// <summary>Headlines on one page.</summary>
    public const int PageSize = 25;

    public Task<SearchAnswer> AnswerAsync(SearchRequest request, CancellationToken cancellation = default) =>
        throw new NotSupportedException(archive.ToString() + thesaurus.Version);
}
