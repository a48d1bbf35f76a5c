using Archive.Store.History.Comparing;

namespace Archive.Store.Tests.Editing;

/// <summary>Two texts compared word by word, whatever they are written in.</summary>
public sealed class WordDiffTests
{
    [Theory]
    [InlineData("Ferry workers strike", "Ferry workers end their strike", "Ferry workers [+end their ]strike")]
    [InlineData("one two three", "uno due three", "[-one two][+uno due] three")]
    [InlineData("China's policy", "China’s policy", "[-China's][+China’s] policy")]
    [InlineData("新疆的棉花", "新疆的番茄", "新疆的[-棉花][+番茄]")]
    [InlineData("ئۇيغۇر خەلقى", "ئۇيغۇر تىلى", "ئۇيغۇر [-خەلقى][+تىلى]")]
    [InlineData("བོད་ཀྱི་གསར་འགྱུར", "བོད་ཀྱི་སྐད", "བོད་ཀྱི་[-གསར་འགྱུར][+སྐད]")]
    [InlineData("a 𠀀𠀁 b", "a 𠀀𠀂 b", "a 𠀀[-𠀁][+𠀂] b")]
    [InlineData(null, "new", "[+new]")]
    [InlineData("gone", null, "[-gone]")]
    public void Words_that_went_and_came_are_told_apart(string? before, string? after, string marked) =>
        Assert.Equal(marked, string.Concat(WordDiff.Of(before, after).Select(part => part.Kind switch
        {
            PartKind.Removed => $"[-{part.Text}]",
            PartKind.Added => $"[+{part.Text}]",
            _ => part.Text,
        })));

    [Fact]
    public void What_is_not_removed_is_the_later_text_and_what_is_not_added_the_former()
    {
        var random = new Random(5);
        string[] words = ["ice", " ", "  ", "\n", "é", "e\u0301", "雪", "\ud83d\ude00", "'", "-", "لىق", "\ud800"];
        for (var round = 0; round < 300; round++)
        {
            var (before, after) = (Text(), Text());
            var parts = WordDiff.Of(before, after);
            Assert.Equal(Fixed(after), string.Concat(parts.Where(part => part.Kind != PartKind.Removed).Select(part => part.Text)));
            Assert.Equal(Fixed(before), string.Concat(parts.Where(part => part.Kind != PartKind.Added).Select(part => part.Text)));
        }

        string Text() => string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => words[random.Next(words.Length)]));
        // Half a letter is shown as what it is: none.
        static string Fixed(string text) => string.Concat(text.EnumerateRunes());
    }
}
