using Archive.Store.Search;

namespace Archive.Store.Tests.Search;

/// <summary>The grammar of a search, a row for each rule of docs/SEARCH.md.</summary>
[Trait("Store", "Any")]
public sealed class QueryTests
{
    [Theory]
    // Words, phrases, prefixes
    [InlineData("", "everything")]
    [InlineData("   \t\u3000", "everything")]
    [InlineData("china genocide", "(china & genocide)")]
    [InlineData("China's covid-19", "(china s & covid 19)")]
    [InlineData("\"Criminal State\"", "“criminal state”")]
    [InlineData("“criminal state” „eins“ «deux» »drei« ‹vier› ＂five＂ 「新疆」", "(“criminal state” & “eins” & “deux” & “drei” & “vier” & “five” & “新 疆”)")]
    [InlineData("“curled and straight\" „low and straight\"", "(“curled and straight” & “low and straight”)")]
    [InlineData("\"China “possibly” committed genocide\"", "“china possibly committed genocide”")]
    [InlineData("uygh* \"criminal st*\" \"east tur\"*", "(uygh* & “criminal st*” & “east tur*”)")]
    [InlineData("新疆 新疆* 中国-新疆", "(新 疆 & 新 疆 & 中 国_新 疆)")]
    [InlineData("བོད་ཡིག", "བོ ད_ཡི ག")]
    [InlineData("[US] Retail, Trade!", "(us & retail & trade)")]
    // Not, or, brackets
    [InlineData("china -genocide", "(china & !genocide)")]
    [InlineData("-genocide", "!genocide")]
    [InlineData("a −b –c －d -\"e f\" -(g h) -i*", "(a & !b & !c & !d & !“e f” & !(g & h) & !i*)")]
    [InlineData("labour or labor", "(labour | labor)")]
    [InlineData("labour OR labor | labours ｏｒ labors", "(labour | labor | labours | labors)")]
    [InlineData("a|b", "(a | b)")]
    [InlineData("a b or c d", "((a & b) | (c & d))")]
    [InlineData("a (b or c) d", "(a & (b | c) & d)")]
    [InlineData("（a or b） -（c）", "((a | b) & !c)")]
    [InlineData("((a)) (b c) d", "(a & b & c & d)")]
    [InlineData("a or -b", "(a | !b)")]
    [InlineData("-(-a)", "!!a")]
    [InlineData("organ for ore \"or\" -or", "(organ & for & ore & “or” & !or)")]
    // Fields
    [InlineData("title:genocide outlet:bbc place:Munich category:\"human dignity\"", "(Title:genocide & Outlet:bbc & Place:munich & Category:“human dignity”)")]
    [InlineData("OUTLET:BBC Outlet：“Radio Free Asia” ｏｕｔｌｅｔ:radio-free-asia", "(Outlet:bbc & Outlet:“radio free asia” & Outlet:radio free asia)")]
    [InlineData("-outlet:bbc -kind:digest title:uygh*", "(!Outlet:bbc & !kind=Digest & Title:uygh*)")]
    [InlineData("kind:letter kind:Letters kind:press-release kind:\"press release\" kind:“Press Releases” kind:pressrelease", "(kind=Letter & kind=Letter & kind=PressRelease & kind=PressRelease & kind=PressRelease & kind=PressRelease)")]
    [InlineData("kind:digest kind:statements kind:article kind:report kind:briefs", "(kind=Digest & kind=Statement & kind=Article & kind=Report & kind=Brief)")]
    [InlineData("is:lost is:linked is:DEAD is:\"empty\" -is:lost", "(is=Lost & is=Linked & is=Dead & is=Empty & !is=Lost)")]
    [InlineData("after:2021-01 before:2021-02", "(published=2021-01-01.. & published=..2021-01-31)")]
    [InlineData("after:2021 before:2021-01-28", "(published=2021-01-01.. & published=..2021-01-27)")]
    [InlineData("on:2021 on:2020-02 on:2021-01-28 on:\"2021/1/28\" on:２０２１-01 on:۲۰۲۱", "(on=2021-01-01..2021-12-31 & on=2020-02-01..2020-02-29 & on=2021-01-28..2021-01-28 & on=2021-01-28..2021-01-28 & on=2021-01-01..2021-01-31 & on=2021-01-01..2021-12-31)")]
    [InlineData("after:2021 or on:9999-12-31", "(published=2021-01-01.. | on=9999-12-31..9999-12-31)")]
    [InlineData("12:30 10:1 China: https", "(12 30 & 10 1 & china & https)")]
    public void A_search_is_understood(string typed, string expected)
    {
        var query = SearchQuery.Parse(typed, Thesaurus.Default);
        Assert.Equal(expected, QueryOutline.Of(query.Root));
        Assert.DoesNotContain(query.Notes, note => !note.StartsWith("“or” divides", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("outlet: uyghur", "uyghur", "“outlet:” needs a name; searched for the rest.")]
    [InlineData("outlet:", "nothing", "“outlet:” needs a name.")]
    [InlineData("title:\"\" a", "a", "“” has no letter or digit to search for; searched for the rest.")]
    [InlineData("after: a", "a", "“after:” needs a date, written 2021, 2021-01 or 2021-01-28; searched for the rest.")]
    [InlineData("after:2021-13 a", "a", "“after:2021-13” was not understood: “after:” needs a date, written 2021, 2021-01 or 2021-01-28; searched for the rest.")]
    [InlineData("on:2021-02-29", "nothing", "“on:2021-02-29” was not understood: “on:” needs a date, written 2021, 2021-01 or 2021-01-28.")]
    [InlineData("on:0000 b", "b", "“on:0000” was not understood: “on:” needs a date, written 2021, 2021-01 or 2021-01-28; searched for the rest.")]
    [InlineData("before:0001-01-01 b", "b", "“before:0001-01-01” was not understood: “before:” needs a date, written 2021, 2021-01 or 2021-01-28; searched for the rest.")]
    [InlineData("kind:poem a", "a", "“kind:poem” was not understood: “kind:” needs a kind of post: digest, press release, statement, article, report, letter, brief; searched for the rest.")]
    [InlineData("is:new a", "a", "“is:new” was not understood: “is:” needs one of lost, linked, dead and empty; searched for the rest.")]
    [InlineData("foo:bar", "foo bar", "“foo:” is not a field; searched as words.")]
    [InlineData("foo:\"bar baz\"", "(foo & “bar baz”)", "“foo:” is not a field; searched as words.")]
    [InlineData("topic:atlantis a", "(atlantis & a)", "“atlantis” is not in the thesaurus; searched as words.")]
    [InlineData("*", "“＊”", "“*” needs the beginning of a word before it.")]
    [InlineData("*gur", "gur", "“*” stands for other endings only; in “*gur” it was searched without it.")]
    [InlineData(": a", "a", "“:” has no letter or digit to search for; searched for the rest.")]
    [InlineData("a - b", "(a & b)", "“-” needs a word directly after it; searched for the rest.")]
    [InlineData("a -", "a", "“-” needs a word directly after it; searched for the rest.")]
    [InlineData("or a", "a", "“or” needs something to search for on both sides; searched for the rest.")]
    [InlineData("a or", "a", "“or” needs something to search for on both sides; searched for the rest.")]
    [InlineData("a or or b", "(a | b)", "“or” needs something to search for on both sides; searched for the rest.")]
    [InlineData("or", "nothing", "“or” needs something to search for on both sides.")]
    [InlineData("(a b", "(a & b)", "An opening bracket has no partner; searched as if it closed at the end.")]
    [InlineData("a) b", "(a & b)", "A closing bracket has no partner; searched without it.")]
    [InlineData("() a", "a", "A bracket has nothing in it; searched for the rest.")]
    [InlineData("\"a b", "(a & b)", "The quotation mark “\"” has no partner; searched without it.")]
    [InlineData("^$ a", "a", "“^$” has no letter or digit to search for; searched for the rest.")]
    [InlineData("^$", "“＾ ＄”", "“^$” has no letter or digit to search for.")]
    [InlineData("\"?!\"", "“？ ！”", "“?!” has no letter or digit to search for.")]
    [InlineData("china AND uyghur", "(china & and & uyghur)", "“AND” was searched as a word; all words must match without it.")]
    [InlineData("NOT china", "(not & china)", "“NOT” was searched as a word; a word is left out by “-” before it.")]
    [InlineData("forced labour or labor", "((forced & labour) | labor)", "“or” divides all that stands before it from all that follows; brackets say it otherwise: a (b or c).")]
    public void What_is_odd_is_said_and_the_rest_is_searched(string typed, string expected, string note)
    {
        var query = SearchQuery.Parse(typed, Thesaurus.Default);
        Assert.Equal(expected, QueryOutline.Of(query.Root));
        Assert.Equal([note], query.Notes);
    }

    [Fact]
    public void Only_so_many_words_are_searched()
    {
        var query = SearchQuery.Parse(string.Join(' ', Enumerable.Range(1, 100)), Thesaurus.Default);
        Assert.Equal(SearchQuery.MostWords, Assert.IsType<AllOf>(query.Root).Parts.Count);
        Assert.Equal(["Only the first 64 words were searched; the others were left out."], query.Notes);
        var characters = SearchQuery.Parse(new string('疆', 100), Thesaurus.Default);
        Assert.Equal(SearchQuery.MostWords, Assert.IsType<WordsNode>(characters.Root).Terms.Count);
    }

    [Fact]
    public void Only_so_much_is_read()
    {
        var query = SearchQuery.Parse(new string('x', 1999) + "\U0001F525" + new string('y', 5000), Thesaurus.Default);
        Assert.Equal(["Only the first 2,000 characters were read."], query.Notes);
        Assert.Equal(1999, Assert.IsType<WordsNode>(query.Root).Typed.Length);
    }

    [Fact]
    public void Brackets_are_understood_to_a_depth()
    {
        Assert.Equal("(a & b)", QueryOutline.Of(SearchQuery.Parse($"{new string('(', 32)}a{new string(')', 32)} b", Thesaurus.Default).Root));
        var deeper = SearchQuery.Parse($"{new string('(', 900)}a{new string(')', 900)} b", Thesaurus.Default);
        Assert.Equal("b", QueryOutline.Of(deeper.Root));
        Assert.Contains("What stands in brackets deeper than 32 was left out.", deeper.Notes);
    }

    [Theory]
    [InlineData("a -outlet:\"Radio Free Asia\" “新疆” (uygh*)")]
    [InlineData("  [US] title:Ürümqi, or kat\u200Beri")]
    public void Every_word_knows_where_it_was_typed(string typed)
    {
        var words = Words(SearchQuery.Parse(typed, Thesaurus.Default).Root).ToList();
        Assert.NotEmpty(words);
        Assert.All(words, word => Assert.Equal(word.Typed, typed.Substring(word.Where!.Value.Start, word.Where.Value.Length)));
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
