using System.Collections.Concurrent;
using Archive.Store.Search;
using Archive.Store.Search.Index;
using Archive.Store.Stories;

namespace Archive.Store.Repeats;

/// <summary>The words of the search index that the rule of stories takes for one: spellings and near synonyms of its file, each with its endings.</summary>
internal static class WordForms
{
    private static readonly string[] Endings = ["", "e", "s", "es", "ed", "d", "ing", "ings", "ion", "ions", "ation", "ations", "ment", "ments", "er", "ise", "ize", "ised", "ized", "ising", "izing", "isation", "ization"];

    // Of each word of the file all spellings in all forms; other words have none there.
    private static readonly ConcurrentDictionary<string, string[]> Known = new(StringComparer.Ordinal);

    /// <returns>One list for each word of the index that a word of a headline is: Tibetan is cut finer there.</returns>
    public static IEnumerable<IReadOnlyCollection<string>> Of(StoryWord word)
    {
        var terms = SearchText.Tokens(word.Printed).Select(token => IndexTerm.Cut(token.Term)).ToList();
        if (word.Is(WordTraits.Character))
        {
            return [[word.Printed, .. StoryWords.Default.TraditionalOf(word.Printed[0]).Select(c => c.ToString()), .. terms]];
        }
        return terms.Count == 1 ? [Inflected(word, terms[0])] : terms.Select(term => new[] { term });
    }

    private static HashSet<string> Inflected(StoryWord word, string term)
    {
        if (!StoryWords.Default.BeginningsOf(word.Key).Any())
        {
            return Inflected(term);
        }
        var known = Known.GetOrAdd(word.Key, static key => [.. StoryWords.Default.BeginningsOf(key).SelectMany(Inflected).Distinct(StringComparer.Ordinal)]);
        return [.. Inflected(term).Union(known, StringComparer.Ordinal)];
    }

    // "stopped" of "stop", "bodies" of "body"; what another stem would be made of is no form of this.
    private static HashSet<string> Inflected(string word)
    {
        HashSet<string> forms = new(StringComparer.Ordinal) { word };
        var stem = WordStem.Of(word);
        foreach (var stemmed in new[] { stem, stem + stem[^1], stem.EndsWith('y') ? stem[..^1] + "i" : stem, word }.Distinct(StringComparer.Ordinal))
        {
            forms.UnionWith(Endings.Select(ending => stemmed + ending).Where(form => WordStem.Of(form) == stem));
        }
        return forms;
    }
}
