namespace Archive.Store.Search.Index;

/// <summary>
/// How terms are spelled in the index. A word of a text stands as it is; everything else begins with a mark that no word begins with.
/// </summary>
internal static class IndexTerm
{
    /// <summary>Beginnings of words up to this length are terms of their own: so many words begin with "s" that nobody could join their entries.</summary>
    public const int LongestKeptPrefix = 3;

    /// <summary>Longer words than this are no words that anybody types; they are cut.</summary>
    public const int LongestWord = 60;

    public static string Prefix(string beginning) => "*" + beginning;

    /// <summary>A word in a place other than the text.</summary>
    public static string Word(SearchPlace place, string word) => place switch
    {
        SearchPlace.Title => "=t:" + word,
        SearchPlace.Outlet => "=o:" + word,
        SearchPlace.Place => "=p:" + word,
        SearchPlace.Category => "=c:" + word,
        _ => Cut(word),
    };

    public static string OutletSlug(string slug) => "=os:" + slug;

    public static string CategorySlug(string slug) => "=cs:" + slug;

    public static string Kind(PostKind kind) => "=k:" + kind;

    public static string State(SearchState state) => "=l:" + state;

    public static bool IsWord(string term) => term[0] is not ('=' or '*');

    public static string Cut(string word) => word.Length <= LongestWord ? word : word[..LongestWord];
}
