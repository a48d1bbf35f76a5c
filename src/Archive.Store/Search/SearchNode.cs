namespace Archive.Store.Search;

/// <summary>A part of a search, as it was understood. Every node stands for the set of headlines (or posts) that match it.</summary>
public abstract record SearchNode;

/// <summary>All of the parts match.</summary>
public sealed record AllOf(IReadOnlyList<SearchNode> Parts) : SearchNode;

/// <summary>At least one of the parts matches.</summary>
public sealed record AnyOf(IReadOnlyList<SearchNode> Parts) : SearchNode;

/// <summary>The part does not match.</summary>
public sealed record NoneOf(SearchNode Part) : SearchNode;

/// <summary>
/// Words that stand beside each other in the printed text, in this order: one typed word, a quoted phrase, or a spelling of a topic.
/// </summary>
/// <param name="Typed">As it was typed, for saying it again; without quotes.</param>
/// <param name="Terms">Folded, at least one, as <see cref="SearchText"/> cuts them; <see cref="SearchTerm.Gap"/> as in the text.</param>
/// <param name="IsQuoted">Typed in quotes: never expanded.</param>
/// <param name="IsPrefix">The last term is the beginning of a word.</param>
/// <param name="In">Where they must stand.</param>
public sealed record WordsNode(string Typed, IReadOnlyList<SearchTerm> Terms, bool IsQuoted = false, bool IsPrefix = false, SearchPlace In = SearchPlace.Text) : SearchNode
{
    /// <summary>Where it stands in what was typed, without its field, quotes and star, in UTF-16 units; null where it was not typed.</summary>
    public TextSpan? Where { get; init; }

    /// <summary>The same for two that mean the same words: "0 east 1 turkistan".</summary>
    internal string Key { get; } = string.Join(' ', Terms.Select((term, i) => $"{(i == 0 ? 0 : term.Gap)} {term.Text}")) + (IsPrefix ? "*" : "");
}

/// <summary>One folded word and how many positions after the term before it it stands; 0 for the first of a phrase.</summary>
public readonly record struct SearchTerm(string Text, int Gap = 1);

/// <summary>Where words are looked for.</summary>
public enum SearchPlace
{
    /// <summary>A headline's text; a post's title and body.</summary>
    Text,

    /// <summary>A headline's text; a post's title alone ("title:").</summary>
    Title,

    /// <summary>The name of the outlet ("outlet:").</summary>
    Outlet,

    /// <summary>The place of issue ("place:").</summary>
    Place,

    /// <summary>The name of a category ("category:").</summary>
    Category,
}

/// <summary>Of this kind of post, or listed in one ("kind:").</summary>
public sealed record KindNode(PostKind Kind) : SearchNode;

/// <summary>Any spelling of the topic ("topic:"); the slug is one of the thesaurus.</summary>
public sealed record TopicNode(string Slug) : SearchNode;

/// <summary>Published from the first day to the last, both included; null is open ("after:", "before:").</summary>
public sealed record PublishedNode(DateOnly? First, DateOnly? Last) : SearchNode;

/// <summary>The post's period has a day from the first to the last ("on:").</summary>
public sealed record OnNode(DateOnly First, DateOnly Last) : SearchNode;

/// <summary>The state of the link, or of the digest ("is:").</summary>
public sealed record StateNode(SearchState State) : SearchNode;

/// <summary>What "is:" can ask for.</summary>
public enum SearchState
{
    /// <summary>A headline whose link was lost in the source.</summary>
    Lost,

    /// <summary>A headline with a link.</summary>
    Linked,

    /// <summary>A headline whose link was found dead.</summary>
    Dead,

    /// <summary>A digest without headlines.</summary>
    Empty,
}
