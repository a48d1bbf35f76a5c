using System.Text.Json;
using Archive.Store.Naming;

namespace Archive.Store.Search;

/// <summary>An entry of the thesaurus as somebody writes it.</summary>
/// <param name="Spellings">The others beside the name; a star at the end takes every ending.</param>
/// <param name="Shared">Spellings that another topic has too, each with what it means here.</param>
/// <param name="Related">Slugs of topics that are kept apart, each with the reason; of both sides, whoever wrote it.</param>
public sealed record TopicEntry(string Name, IReadOnlyList<string> Spellings, IReadOnlyDictionary<string, string> Shared, string Reason, IReadOnlyDictionary<string, string> Related)
{
    public static TopicEntry Of(Topic topic) => new(
        topic.Name,
        [.. topic.Spellings.Skip(1).Where(spelling => spelling.Shared is null).Select(Written)],
        topic.Spellings.Where(spelling => spelling.Shared is not null).ToDictionary(Written, spelling => spelling.Shared!, StringComparer.Ordinal),
        topic.Reason,
        topic.Related.ToDictionary(related => related.Slug, related => related.Why, StringComparer.Ordinal));

    public static TopicEntry Read(string json) => JsonSerializer.Deserialize<TopicEntry>(json, NamedState.Json)!;

    public string ToJson() => JsonSerializer.Serialize(this, NamedState.Json);

    /// <exception cref="FormatException">A spelling is none.</exception>
    internal ThesaurusEntry ToEntry(string slug)
    {
        // The name may be shared too, and then stands there with its meaning.
        var shared = Shared.Where(pair => pair.Key != Name).Select(pair => SpellingAt.Of(pair.Key, pair.Value, ThesaurusEntry.Edited, slug));
        return new(
            slug, Name, Reason,
            [SpellingAt.Of(Name, Shared.GetValueOrDefault(Name), ThesaurusEntry.Edited, slug), .. Spellings.Select(text => SpellingAt.Of(text, null, ThesaurusEntry.Edited, slug)), .. shared],
            ThesaurusEntry.Edited)
        {
            Related = [.. Related.Select(pair => new RelationAt(pair.Key, pair.Value, ThesaurusEntry.Edited))],
        };
    }

    private static string Written(Spelling spelling) => spelling.Text + (spelling.IsPrefix ? "*" : "");
}
