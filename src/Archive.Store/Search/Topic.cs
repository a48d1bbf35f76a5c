namespace Archive.Store.Search;

/// <summary>One idea with its spellings and scripts.</summary>
/// <param name="Slug">Its address.</param>
/// <param name="Name">The first of its spellings, which heads its page.</param>
/// <param name="Reason">Why these belong together, in a sentence or two.</param>
/// <param name="Related">Topics that are not the same, and are named beside it; each of them names this one too.</param>
public sealed record Topic(string Slug, string Name, string Reason, IReadOnlyList<Spelling> Spellings, IReadOnlyList<RelatedTopic> Related);

/// <summary>One spelling of a topic, as it is printed: one word or several that stand together.</summary>
/// <param name="Text">As printed ("East Turkistan", "维吾尔"), without the star.</param>
/// <param name="Terms">Folded, as <see cref="SearchText"/> cuts it.</param>
/// <param name="IsPrefix">Written with a star at its end in the thesaurus: other endings belong to it.</param>
/// <param name="Shared">Why another topic has it too; null where none has.</param>
public sealed record Spelling(string Text, IReadOnlyList<SearchTerm> Terms, bool IsPrefix = false, string? Shared = null);

/// <summary>A topic that was kept apart, and why.</summary>
public sealed record RelatedTopic(string Slug, string Why);
