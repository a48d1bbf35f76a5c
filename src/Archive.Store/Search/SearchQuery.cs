namespace Archive.Store.Search;

/// <summary>What somebody typed, understood: one grammar for page, feed and command line (docs/SEARCH.md). Parsing never throws.</summary>
/// <param name="Typed">As it was typed.</param>
/// <param name="Root">Null where nothing is asked for: everything matches.</param>
/// <param name="Notes">What could not be understood, each a sentence to be shown beside the results.</param>
public sealed record SearchQuery(string Typed, SearchNode? Root, IReadOnlyList<string> Notes)
{
    /// <summary>Reads a search of any text whatever.</summary>
    public static SearchQuery Parse(string? typed, Thesaurus thesaurus) => throw new NotSupportedException();
}
