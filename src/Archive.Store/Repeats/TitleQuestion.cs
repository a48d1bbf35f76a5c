using Archive.Store.Search;
using Archive.Store.Search.Index;
using Archive.Store.Stories;

namespace Archive.Store.Repeats;

/// <summary>What the index is asked about one title: which words tell its like from others, and how many of them a like one has at least.</summary>
internal sealed class TitleQuestion
{
    // The rarest words of a title are enough to find its equals: all three stand together in little else.
    private const int WordsOfSame = 3;

    public TitleQuestion(string text)
    {
        Wording = StoryWording.Of(text);
        Terms = [.. SearchText.Tokens(Wording.Bare).Select(token => IndexTerm.Cut(token.Term)).Distinct(StringComparer.Ordinal)];
        Telling = [.. Wording.Heavy.Where(StoryWording.IsTelling).SelectMany(WordForms.Of)];
        // By the rule one says all that the other says, and at least half of this stands in both; a slip of the keyboard may hide one word.
        var others = Wording.Heavy.Count(word => !StoryWording.IsTelling(word));
        Fewest = Math.Max(Wording.IsOfCharacters ? 4 : 2, (Wording.Heavy.Count + 1) / 2 - others - 1);
    }

    public StoryWording Wording { get; }

    /// <summary>All words but labels, each once: what equals it, with a label of its own or without, has them.</summary>
    public IReadOnlyList<string> Terms { get; }

    /// <summary>For each word that tells, the forms that it may have.</summary>
    public IReadOnlyList<IReadOnlyCollection<string>> Telling { get; }

    /// <summary>Of <see cref="Telling"/> in a similar title.</summary>
    public int Fewest { get; }

    /// <summary>Too short to be similar to anything: <see cref="StoryRule"/> asks for three words.</summary>
    public bool HasSimilar => Telling.Count >= Fewest && Wording.Heavy.Count >= 3;

    /// <summary>Words that every equal title has, those in the fewest places first.</summary>
    public IReadOnlyList<string> Rarest(Func<string, int> places) =>
        [.. Terms.OrderBy(places).ThenByDescending(term => term.Length).ThenBy(term => term, StringComparer.Ordinal).Take(WordsOfSame)];
}
