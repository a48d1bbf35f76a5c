using Archive.Store.Search;

namespace Archive.Store.Tests.Search;

/// <summary>T15: whatever is typed is answered.</summary>
[Trait("Store", "Any")]
public sealed class OddSearchTests
{
    [Fact]
    public void There_is_enough_that_is_odd()
    {
        Assert.InRange(OddSearches.Naughty.Count, 516, int.MaxValue);
        Assert.InRange(OddSearches.Operators.Count, 300, int.MaxValue);
    }

    [Fact]
    public void Every_odd_search_is_understood_or_said_not_to_be() => Assert.All(OddSearches.Naughty.Concat(OddSearches.Operators), AssertSound);

    [Fact]
    public void So_is_every_row_of_anything()
    {
        var random = new Random(20210203);
        var parts = OddSearches.Naughty.Concat(OddSearches.Operators).Where(odd => odd.Length < 40).ToList();
        for (var round = 0; round < 3_000; round++)
        {
            var typed = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => parts[random.Next(parts.Count)] + (random.Next(2) == 0 ? " " : "")));
            AssertSound(typed);
        }
    }

    private static void AssertSound(string typed)
    {
        var query = SearchQuery.Parse(typed, Thesaurus.Default);
        Assert.Equal(typed, query.Typed);
        Assert.InRange(query.Notes.Count, 0, 10);
        Assert.All(query.Notes, note =>
        {
            Assert.EndsWith(".", note, StringComparison.Ordinal);
            Assert.DoesNotContain(note, c => char.IsControl(c) || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069');
            Assert.InRange(note.Length, 10, 300);
        });
        var words = Words(query.Root).ToList();
        Assert.InRange(words.Sum(word => word.Terms.Count), 0, SearchQuery.MostWords);
        Assert.All(words, word =>
        {
            Assert.NotEmpty(word.Terms);
            Assert.Equal(word.Typed, typed.Substring(word.Where!.Value.Start, word.Where.Value.Length));
            Assert.All(word.Terms, term => Assert.InRange(term.Text.Length, 1, SearchText.LongestTerm));
        });
        // What has a letter is searched for, or it is said why not.
        Assert.True(query.Root is not (null or AnyOf { Parts: [] }) || query.Notes.Count > 0 || !typed.Any(char.IsLetterOrDigit), typed);
    }

    private static IEnumerable<WordsNode> Words(SearchNode? node) => node switch
    {
        AllOf all => all.Parts.SelectMany(Words),
        AnyOf any => any.Parts.SelectMany(Words),
        NoneOf none => Words(none.Part),
        WordsNode words => [words],
        _ => [],
    };
}
