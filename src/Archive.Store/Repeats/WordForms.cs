using Archive.Store.Search;
using Archive.Store.Search.Index;
using Archive.Store.Stories;

namespace Archive.Store.Repeats;

/// <summary>The words of the search index that the rule of stories takes for one: spellings and near synonyms of its file, each with its endings.</summary>
internal static class WordForms
{
    private static readonly string[] Endings = ["", "e", "s", "es", "ed", "d", "ing", "ings", "ion", "ions", "ation", "ations", "ment", "ments", "er", "ise", "ize", "ised", "ized", "ising", "izing", "isation", "ization"];

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
        HashSet<string> forms = new(StringComparer.Ordinal) { term };
        foreach (var basis in StoryWords.Default.BeginningsOf(word.Key).Prepend(term).Distinct(StringComparer.Ordinal))
        {
            var stem = WordStem.Of(basis);
            forms.Add(basis);
            foreach (var stemmed in new[] { stem, stem + stem[^1], stem.EndsWith('y') ? stem[..^1] + "i" : stem, basis }.Distinct(StringComparer.Ordinal))
            {
                // "stopped" of "stop", "bodies" of "body"; what another stem would be made of is no form of this.
                forms.UnionWith(Endings.Select(ending => stemmed + ending).Where(form => WordStem.Of(form) == stem));
            }
        }
        return forms;
    }
}
