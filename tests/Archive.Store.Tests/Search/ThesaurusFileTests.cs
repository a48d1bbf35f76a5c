using Archive.Store.Search;

namespace Archive.Store.Tests.Search;

/// <summary>A list of topics that somebody wrote: what is read, and what is refused under which line.</summary>
[Trait("Store", "Any")]
public sealed class ThesaurusFileTests
{
    private const string Two = """
        - slug: tibet
          name: Tibet
          spellings: [Thibet, 西藏, Tibet*n]
          reason: One land.
        - slug: lhasa
          name: Lhasa
          reason: One city.
          related:
            tibet: Its capital.
        """;

    private static readonly string Good = Two.Replace(", Tibet*n", "", StringComparison.Ordinal);

    [Fact]
    public void What_is_written_is_read_and_a_relation_holds_for_both()
    {
        var list = Read(Good);

        Assert.Equal(["lhasa", "tibet"], list.Topics.Select(topic => topic.Slug));
        Assert.Equal(["Tibet", "Thibet", "西藏"], list.WithSlug("tibet")!.Spellings.Select(spelling => spelling.Text));
        Assert.Equal([new RelatedTopic("tibet", "Its capital.")], list.WithSlug("lhasa")!.Related);
        Assert.Equal([new RelatedTopic("lhasa", "Its capital.")], list.WithSlug("tibet")!.Related);
    }

    [Fact]
    public void Another_list_is_another_version()
    {
        Assert.Equal(Read(Good).Version, Read(Good).Version);
        Assert.NotEqual(Read(Good).Version, Read(Good.Replace("Thibet", "Tubet", StringComparison.Ordinal)).Version);
    }

    [Fact]
    public void A_star_takes_any_ending_of_one_word()
    {
        var list = Read("- {slug: tibetan, name: Bod, spellings: [tibét*], reason: One people.}");

        Assert.True(list.Topics[0].Spellings[1].IsPrefix);
        Assert.Equal("tibét", list.Topics[0].Spellings[1].Text);
        Assert.Equal(1, list.Longest([new("tibetans")], 0).Length);
        Assert.Equal(1, list.Longest([new("tibet"), new("now")], 0).Length);
        Assert.Equal(0, list.Longest([new("tibe")], 0).Length);
    }

    [Fact]
    public void A_spelling_of_two_topics_finds_both_where_both_say_so()
    {
        var list = Read("""
            - {slug: party, name: CCP, shared: {CPC: A party.}, reason: One party.}
            - {slug: country, name: Country of particular concern, shared: {CPC: A country.}, reason: One list.}
            """);

        var (length, topics) = list.Longest([new("cpc")], 0);
        Assert.Equal((1, 2), (length, topics.Count));
        Assert.Equal("A party.", list.WithSlug("party")!.Spellings[1].Shared);
    }

    [Theory]
    [InlineData("", "line 1: there is no list of topics")]
    [InlineData("# nothing\n", "line 1: there is no list of topics")]
    [InlineData("tibet: Tibet\n", "line 1: there is no list of topics")]
    [InlineData("- Tibet\n", "line 1: an entry begins with '- slug:'")]
    [InlineData("- slug: tibet\n  name: Tibet\n reason: One land.\n", "line 3: ")]
    [InlineData("- name: Tibet\n  reason: One land.\n", "line 1: it has no slug")]
    [InlineData("- slug: Tibet\n  name: Tibet\n  reason: One land.\n", "line 1, entry 'Tibet': a slug has small Latin letters")]
    [InlineData("- slug: tibet\n  reason: One land.\n", "line 1, entry 'tibet': it has no name")]
    [InlineData("- slug: tibet\n  name: Tibet\n", "line 1, entry 'tibet': it has no reason")]
    [InlineData("- slug: tibet\n  name: Tibet\n  reason: ''\n", "line 3, entry 'tibet': reason is empty")]
    [InlineData("- slug: tibet\n  name: Tibet\n  reason: One land.\n  spelings: []\n", "line 4, entry 'tibet': 'spelings' is none of slug, name, spellings")]
    [InlineData("- slug: tibet\n  name: Tibet\n  reason: One land.\n  reason: One land.\n", "line 4: ")]
    [InlineData("- slug: tibet\n  name: Tibet\n  spellings: Thibet\n  reason: One land.\n", "line 3, entry 'tibet': spellings is no list")]
    [InlineData("- slug: tibet\n  name: Tibet\n  spellings: [Thibet,\n    TIBÉT]\n  reason: One land.\n", "line 4, entry 'tibet': 'TIBÉT' is the same to search as 'Tibet' in line 2")]
    [InlineData("- slug: tibet\n  name: Tibet\n  spellings: [Tibe*]\n  reason: One land.\n", "line 2, entry 'tibet': 'Tibet' is the same to search as 'Tibe*' in line 3")]
    [InlineData("- slug: tibet\n  name: Tibet\n  spellings: [Tib*]\n  reason: One land.\n", "line 3, entry 'tibet': 'Tib*' ends in a star, which stands after one word of at least 4 letters")]
    [InlineData("- slug: tibet\n  name: Tibet\n  spellings: [Greater Tibet*]\n  reason: One land.\n", "line 3, entry 'tibet': 'Greater Tibet*' ends in a star")]
    [InlineData("- slug: tibet\n  name: Tibet\n  spellings: ['…']\n  reason: One land.\n", "line 3, entry 'tibet': '…' is no spelling")]
    [InlineData(Two, "line 3, entry 'tibet': 'Tibet*n' is no spelling")]
    [InlineData("- {slug: a, name: Tibet, reason: One.}\n- {slug: a, name: Nepal, reason: One.}\n", "line 2, entry 'a': there is one already in line 1")]
    [InlineData("- {slug: a, name: Tibet, reason: One.}\n- {slug: b, name: tibet, reason: One.}\n", "line 1, entry 'a': 'Tibet' is in entry 'b' too in line 2")]
    [InlineData("- {slug: a, name: Tibetan, reason: One.}\n- {slug: b, name: Bod, spellings: [Tibe*], reason: One.}\n", "line 1, entry 'a': 'Tibetan' is in entry 'b' too in line 2")]
    [InlineData("- {slug: a, name: Tibet, reason: One.}\n- {slug: b, name: Bod, shared: {Tibet: Both.}, reason: One.}\n", "line 1, entry 'a': 'Tibet' is in entry 'b' too in line 2")]
    [InlineData("- {slug: a, name: Tibet, shared: {Bod: Both.}, reason: One.}\n", "line 1, entry 'a': 'Bod' is shared with no other entry")]
    [InlineData("- {slug: a, name: Tibet, reason: One., related: {b: No.}}\n", "line 1, entry 'a': there is no other entry 'b' to be related to")]
    [InlineData("- {slug: a, name: Tibet, reason: One., related: {a: No.}}\n", "line 1, entry 'a': there is no other entry 'a' to be related to")]
    [InlineData("- {slug: a, name: Tibet, reason: One., related: {b: ''}}\n- {slug: b, name: Bod, reason: One.}\n", "line 1, entry 'a': related is empty")]
    [InlineData("- {slug: a, name: Tibet, reason: One., related: {b: No.}}\n- {slug: b, name: Bod, reason: One., related: {a: No.}}\n", "line 2, entry 'b': 'a' names this one already")]
    public void A_fault_is_named_by_its_line_and_entry(string yaml, string fault)
    {
        Assert.StartsWith(fault, Assert.Throws<FormatException>(() => Read(yaml)).Message, StringComparison.Ordinal);
    }

    private static Thesaurus Read(string yaml) => Thesaurus.Read(new StringReader(yaml));
}
