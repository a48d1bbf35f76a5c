using Archive.Store.Stories;

namespace Archive.Store.Tests.Stories;

/// <summary>What is compared is chosen so that few are; what is not compared must not be the same.</summary>
public sealed class SimilarWordingsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void No_pair_that_the_rule_joins_is_passed_over_in_whatever_order_they_come(int seed)
    {
        var random = new Random(seed);
        var texts = StoryRuleTests.Texts.Skip(random.Next(500)).Take(300).Concat(Templates(15)).ToArray();
        texts = [.. texts.SelectMany(text => random.Next(3) == 0 ? [text, Varied(text, random)] : (string[])[text]).Distinct(StringComparer.Ordinal)];
        random.Shuffle(texts);
        SimilarWordings similar = new(new(StoryWords.Default));
        var known = Array.ConvertAll(texts, similar.Known);
        var wordings = Array.ConvertAll(texts, text => StoryWording.Of(text));
        var joined = 0;
        for (var i = 0; i < texts.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var isSame = StoryRule.IsSame(wordings[i], wordings[j]);
                joined += isSame ? 1 : 0;
                Assert.True(isSame == (known[i] == known[j] ? !known[i].Numbers.IsNothing : known[i].Same?.Contains(known[j]) == true), $"{texts[i]}\n{texts[j]}");
                Assert.True(known[i].MayContradict(known[j]) || !StoryRule.Contradict(wordings[i], wordings[j]), $"{texts[i]}\n{texts[j]}");
            }
        }
        Assert.InRange(joined, 100, int.MaxValue);
    }

    private static IEnumerable<string> Templates(int count) => Enumerable.Range(1, count).SelectMany(i => (string[])
    [
        $"Statement number {i} on arrests in Tibet", $"Statement {i} of 2021 on arrests in Tibet", $"Statement by Name{i}sson on arrests in Tibet", "Statement on arrests in Tibet",
    ]);

    // A slip, a number, a cut, a label, a bracket; capitals.
    private static string Varied(string text, Random random)
    {
        var words = text.Split(' ').ToList();
        var at = random.Next(words.Count);
        var (word, middle) = (words[at], words[at].Length / 2);
        switch (random.Next(8))
        {
            case 0:
                return text.ToUpperInvariant();
            case 1 when middle > 1:
                words[at] = word[..middle] + word[middle] + word[middle..];
                break;
            case 2 when middle > 1:
                words[at] = word[..(middle - 1)] + word[middle] + word[middle - 1] + word[(middle + 1)..];
                break;
            case 3:
                words.Insert(at, $"{random.Next(2, 5)}");
                break;
            case 4 when words.Count > 3:
                return string.Join(' ', words[..^1]) + "…";
            case 5:
                words.Insert(at, "[10 US]");
                break;
            case 6:
                return "Opinion: " + text + " – BBC News";
            default:
                words.RemoveAt(at);
                break;
        }
        return string.Join(' ', words);
    }
}
