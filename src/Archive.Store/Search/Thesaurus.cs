namespace Archive.Store.Search;

/// <summary>One spelling of a topic, as it is printed: one word or several that stand together.</summary>
/// <param name="Text">As printed ("East Turkistan", "维吾尔").</param>
/// <param name="Terms">Folded, as <see cref="SearchText"/> cuts it.</param>
/// <param name="IsPrefix">Written with a star at its end in the thesaurus: other endings belong to it.</param>
public sealed record Spelling(string Text, IReadOnlyList<SearchTerm> Terms, bool IsPrefix = false);

/// <summary>One idea with its spellings and scripts.</summary>
/// <param name="Slug">Its address.</param>
/// <param name="Name">The first of its spellings, which heads its page.</param>
/// <param name="Reason">Why these belong together, in a sentence or two.</param>
/// <param name="Related">Slugs of topics that are not the same, and are named beside it.</param>
public sealed record Topic(string Slug, string Name, string Reason, IReadOnlyList<Spelling> Spellings, IReadOnlyList<RelatedTopic> Related);

/// <summary>A topic that was kept apart, and why.</summary>
public sealed record RelatedTopic(string Slug, string Why);

/// <summary>The list of topics.</summary>
public sealed class Thesaurus
{
    private Thesaurus(IReadOnlyList<Topic> topics) => Topics = topics;

    /// <summary>Ordered by name.</summary>
    public IReadOnlyList<Topic> Topics { get; }

    /// <summary>Changes with any change of the topics.</summary>
    public string Version { get; } = "";

    /// <summary>The list that the program comes with.</summary>
    public static Thesaurus Default { get; } = new([]);

    /// <summary>Reads a list; the message of the error names line and entry.</summary>
    /// <exception cref="FormatException">It cannot be used.</exception>
    public static Thesaurus Read(TextReader yaml) => throw new NotSupportedException();

    public Topic? WithSlug(string slug) => Topics.FirstOrDefault(topic => topic.Slug == slug);

    /// <summary>The topics that have the phrase among their spellings: the longest run of terms from a place on.</summary>
    /// <param name="terms">Consecutive typed words, folded.</param>
    /// <param name="from">Where the run begins.</param>
    /// <returns>How many of the terms it takes, and the topics; (0, none) where no spelling begins here.</returns>
    public (int Length, IReadOnlyList<Topic> Topics) Longest(IReadOnlyList<SearchTerm> terms, int from) => (0, terms.Count > from ? Topics.Where(_ => false).ToList() : []);
}
