namespace Archive.Store.Search.Grammar;

/// <summary>Kinds of posts as readers write them: "press-release", "Press Release", "press releases".</summary>
internal static class KindWords
{
    private static readonly Dictionary<string, PostKind> Kinds = Enum.GetValues<PostKind>()
        .SelectMany(kind => ((string[])["", "s"]).Select(ending => (Name: Joined(PostKindName.Of(kind)) + ending, kind)))
        .ToDictionary(pair => pair.Name, pair => pair.kind);

    public static string Listed { get; } = string.Join(", ", Enum.GetValues<PostKind>().Select(kind => PostKindName.Of(kind).Replace('-', ' ')));

    public static PostKind? Of(string typed) => Kinds.TryGetValue(Joined(typed), out var kind) ? kind : null;

    private static string Joined(string text) => string.Concat(SearchText.Words(text).Select(token => token.Term));
}
