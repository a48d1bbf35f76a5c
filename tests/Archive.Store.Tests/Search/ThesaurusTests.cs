using Archive.Store.Search;

namespace Archive.Store.Tests.Search;

/// <summary>The list of topics that the program comes with.</summary>
[Trait("Store", "Any")]
public sealed class ThesaurusTests
{
    private static readonly Thesaurus Own = Thesaurus.Default;

    public static TheoryData<string> Slugs => [.. Own.Topics.Select(topic => topic.Slug)];

    [Fact]
    public void It_has_the_names_that_digests_print()
    {
        Assert.True(Own.Topics.Count >= 75, $"{Own.Topics.Count} topics");
        Assert.Equal(Own.Topics.OrderBy(topic => Fold.Text(topic.Name), StringComparer.Ordinal), Own.Topics);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void An_entry_says_why_and_begins_with_its_name(string slug)
    {
        var topic = Own.WithSlug(slug)!;
        Assert.EndsWith(".", topic.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("  ", topic.Reason, StringComparison.Ordinal);
        Assert.Equal(topic.Name, topic.Spellings[0].Text);
        Assert.True(topic.Spellings.Count > 1, "an idea with one spelling needs no entry");
        Assert.All(topic.Spellings, spelling => Assert.NotEmpty(spelling.Terms));
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_relation_has_its_reason_and_is_named_at_both_ends(string slug)
    {
        foreach (var related in Own.WithSlug(slug)!.Related)
        {
            Assert.EndsWith(".", related.Why, StringComparison.Ordinal);
            var back = Assert.Single(Own.WithSlug(related.Slug)!.Related, other => other.Slug == slug);
            Assert.Equal(related.Why, back.Why);
        }
    }

    [Fact]
    public void A_spelling_stands_in_two_topics_only_where_both_say_so()
    {
        var twice = Own.Topics.SelectMany(topic => topic.Spellings.Select(spelling => (topic.Slug, spelling)))
            .GroupBy(pair => string.Join(' ', pair.spelling.Terms.Select(term => $"{term.Text}+{term.Gap}")), StringComparer.Ordinal)
            .Where(group => group.Count() > 1);

        var shared = Assert.Single(twice);
        Assert.All(shared, pair => Assert.NotNull(pair.spelling.Shared));
        Assert.Equal(["ccp", "country-of-particular-concern"], shared.Select(pair => pair.Slug).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("uyghur", "Uyghur Uyghurs Uyghur's Uighur Uygur Uigur 维吾尔 維吾爾 ئۇيغۇر Уйғур Уйгур uiguren ئۇيغۇرلار Ouïghoures")]
    [InlineData("xinjiang", "Xinjiang Sinkiang XUAR East_Turkistan East_Turkestan Eastern_Turkistan 新疆 شىنجاڭ شىنجاڭنىڭ")]
    [InlineData("southern-mongolia", "Southern_Mongolia Inner_Mongolia Inner-Mongolia 内蒙古 ᠥᠪᠥᠷ_ᠮᠣᠩᠭᠣᠯ")]
    [InlineData("urumqi", "Ürümqi URUMQI Urumchi Ürümchi Wulumuqi 乌鲁木齐")]
    [InlineData("tibet", "Tibet 西藏 བོད")]
    [InlineData("labour", "labour labor LABOR")]
    [InlineData("united-states", "U.S. USA United_States")]
    [InlineData("ccp", "CCP CPC 中共")]
    [InlineData("forced-labour", "forced_labour forced-labor")]
    [InlineData("covid-19", "COVID-19 covid coronavirus")]
    [InlineData("ohchr", "OHCHR UN_Human_Rights_Office")]
    public void A_topic_is_found_by_its_spellings(string slug, string spellings)
    {
        foreach (var spelling in spellings.Split(' ').Select(text => text.Replace('_', ' ')))
        {
            var terms = Typed(spelling);
            var (length, topics) = Own.Longest(terms, 0);
            Assert.True(length == terms.Count && topics.Any(topic => topic.Slug == slug), $"{spelling}: {length} of {terms.Count}, {string.Join(", ", topics.Select(topic => topic.Slug))}");
        }
    }

    [Theory]
    [InlineData("protest in east turkistan today", 2, 2, "xinjiang")]
    [InlineData("the uyghur forced labor prevention act", 1, 5, "uflpa")]
    [InlineData("uyghur forced labor", 0, 1, "uyghur")]
    [InlineData("uyghur forced labor", 1, 2, "forced-labour")]
    [InlineData("cultural genocide", 0, 2, "cultural-genocide")]
    [InlineData("the CPC", 1, 1, "ccp country-of-particular-concern")]
    [InlineData("us", 0, 0, "")]
    [InlineData("us", 1, 0, "")]
    [InlineData("eastern europe", 0, 0, "")]
    [InlineData("Republic of China", 0, 0, "")]
    public void The_longest_spelling_that_begins_at_a_word_wins(string typed, int from, int length, string slugs)
    {
        var found = Own.Longest(Typed(typed), from);
        Assert.Equal(length, found.Length);
        Assert.Equal(slugs, string.Join(' ', found.Topics.Select(topic => topic.Slug)));
    }

    [Theory]
    [InlineData("uyghur", "xinjiang")]
    [InlineData("tibet", "tibet-autonomous-region")]
    [InlineData("re-education-camps", "vocational-training-centres")]
    [InlineData("genocide", "crimes-against-humanity")]
    [InlineData("china", "ccp")]
    public void Ideas_that_differ_are_related_and_not_one(string one, string other)
    {
        Assert.Contains(Own.WithSlug(one)!.Related, related => related.Slug == other);
        Assert.Empty(Own.WithSlug(one)!.Spellings.Select(spelling => spelling.Text).Intersect(Own.WithSlug(other)!.Spellings.Select(spelling => spelling.Text)));
    }

    [Fact]
    public void Only_the_address_itself_finds_a_topic()
    {
        Assert.Equal("Uyghur", Own.WithSlug("uyghur")?.Name);
        Assert.Null(Own.WithSlug("Uyghur"));
        Assert.Null(Own.WithSlug(""));
    }

    private static List<SearchTerm> Typed(string text)
    {
        var tokens = SearchText.Tokens(text);
        return [.. tokens.Select((token, i) => new SearchTerm(token.Term, i == 0 ? 1 : token.Position - tokens[i - 1].Position))];
    }
}
