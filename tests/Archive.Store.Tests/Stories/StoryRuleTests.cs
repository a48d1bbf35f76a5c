using Archive.Store.Stories;

namespace Archive.Store.Tests.Stories;

/// <summary>Which headlines report the same, on pairs that people judged. Half of them were kept apart and never looked at while the rule was made.</summary>
[Trait("Store", "Any")]
public sealed class StoryRuleTests
{
    private static readonly IReadOnlyList<Pair> Pairs =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Stories", "pairs.tsv")).Skip(1).Select(line => line.Split('\t')).Select(cells => new Pair(cells[0], cells[1], cells[2] == "same", cells[3]))];

    /// <summary>The headlines of all pairs, those of one beside each other.</summary>
    internal static IEnumerable<string> Texts => Pairs.SelectMany(pair => (string[])[pair.One, pair.Other]);

    private sealed record Pair(string One, string Other, bool IsSame, string Split);

    [Fact]
    public void There_are_at_least_four_hundred_pairs_each_once()
    {
        Assert.True(Pairs.Count >= 400);
        Assert.Equal(Pairs.Count, Pairs.Select(pair => (pair.One, pair.Other)).Distinct().Count());
        Assert.All(Pairs, pair => Assert.Contains(pair.Split, (string[])["tune", "held"]));
        Assert.All(["tune", "held"], split => Assert.InRange(Pairs.Count(pair => pair.Split == split && pair.IsSame), 80, 200));
    }

    [Theory]
    [InlineData("held", 0.95, 0.85)]
    [InlineData("tune", 0.95, 0.85)]
    public void Pairs_are_judged_as_people_judged_them(string split, double precision, double recall)
    {
        var pairs = Pairs.Where(pair => pair.Split == split).ToList();
        var joined = pairs.FindAll(pair => StoryRule.IsSame(pair.One, pair.Other));
        var right = joined.Count(pair => pair.IsSame);
        var (precise, found) = ((double)right / joined.Count, (double)right / pairs.Count(pair => pair.IsSame));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"stories, {split}: {pairs.Count} pairs, {joined.Count} joined, {right} rightly: precision {precise:0.000}, recall {found:0.000}");
        Assert.True(precise >= precision, $"precision {precise:0.000} on the {split} pairs");
        Assert.True(found >= recall, $"recall {found:0.000} on the {split} pairs");
    }

    [Fact]
    public void It_does_not_matter_which_headline_comes_first() =>
        Assert.All(Pairs, pair => Assert.Equal(StoryRule.IsSame(pair.One, pair.Other), StoryRule.IsSame(pair.Other, pair.One)));

    [Fact]
    public void Every_headline_reports_the_same_as_itself() => Assert.All(Texts, text => Assert.True(StoryRule.IsSame(text, text)));

    [Theory]
    [InlineData("")]
    [InlineData("…")]
    [InlineData("\ud800")]
    [InlineData("[")]
    [InlineData("|||: – ")]
    public void What_has_no_words_reports_nothing(string text)
    {
        Assert.False(StoryRule.IsSame(text, text));
        Assert.False(StoryRule.IsSame(text, "Trial of herders begins"));
    }

    // From the two weblog pages.
    [Theory]
    [InlineData("Retail Trade Groups Ask Congress to Act on Xinjiang Forced Labor", "US Retail Trade Groups Ask Congress to Act on Xinjiang Forced Labour")]
    [InlineData("Retail Trade Groups Ask Congress to Act on Xinjiang Forced Labor", "[US] Retail Trade Groups Ask Congress to Act on Xinjiang Forced Labor")]
    [InlineData("U.S. commission says China possibly committed ‘genocide’ against Xinjiang Muslims", "China possibly committed ‘genocide’ against Xinjiang’s Uighur Muslims, US commission says")]
    [InlineData("[U.S. commission says] China possibly committed ‘genocide’ against Xinjiang Muslims", "China possibly committed ‘genocide’ against Xinjiang’s Uighur Muslims, US commission says")]
    [InlineData("Uyghur activist calls for help to end ‘genocide’ in China", "As coronavirus distracts the world, Uighur activists call for help to end ‘genocide’ in China")]
    public void Near_repeats_of_the_first_pages_report_the_same(string one, string other) => Assert.True(StoryRule.IsSame(one, other));

    [Theory]
    [InlineData("U.S. Says China Is Committing Genocide Against Uighur Muslims", "China possibly committed ‘genocide’ against Xinjiang’s Uighur Muslims, US commission says")]
    [InlineData("U.S. Says China Is Committing Genocide Against Uighur Muslims", "Pompeo Says China Guilty of Genocide Against Uyghur Muslims")]
    [InlineData("Marco Rubio Brings Back the Uyghur Forced Labor Prevention Act", "Sen. Moran, colleagues reintroduce Uyghur Forced Labor Prevention Act")]
    [InlineData("UK must do more to prevent genocide – Church leaders", "Campaigners urge UK government to act against genocide")]
    [InlineData("Jewish leaders use Holocaust Day to decry persecution of Uighurs", "Holocaust Memorial Day: Jewish figures condemn Uighur persecution")]
    [InlineData("UK demands China grant UN access to Xinjiang over abuses", "UN needs access to China’s Xinjiang to review abuse allegations- UK’s Raab")]
    public void Headlines_of_the_first_pages_on_one_subject_are_not_one_story(string one, string other) => Assert.False(StoryRule.IsSame(one, other));
}
