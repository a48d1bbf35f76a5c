using System.Text;

namespace Archive.Benchmarks;

/// <summary>
/// Words as a language spreads them: a few are everywhere and most are rare (Zipf's law). The common ones are those of such digests, the rare
/// ones are made of syllables; the same seed gives the same words on any machine.
/// </summary>
internal sealed class Vocabulary
{
    private const string Common =
        "to of in the over for as with on court rights police students border ban calls new trial group report village herders sanctions leaders "
        + "ministers schools journalists protest law forced camps prison release members exile church workers internet dam language labour "
        + "hearing families deal trade vote embassy factory cotton lawyers mine river monastery union bank summit visa poet";

    private static readonly string[] Syllables =
        ["ka", "shi", "lo", "men", "tar", "bo", "rin", "gul", "ze", "pha", "nor", "du", "che", "lim", "sor", "ya", "ghe", "tso", "ran", "ba", "kel", "u", "ost", "min"];

    private readonly string[] words;
    private readonly double[] reach;

    public Vocabulary(Random random, int size = 30_000)
    {
        var made = new HashSet<string>(Common.Split(' '), StringComparer.Ordinal);
        while (made.Count < size)
        {
            var word = new StringBuilder();
            for (var syllables = random.Next(2, 5); syllables > 0; syllables--) word.Append(Syllables[random.Next(Syllables.Length)]);
            made.Add(word.ToString());
        }

        words = [.. made];
        reach = new double[size];
        for (var (rank, sum) = (0, 0.0); rank < size; rank++) reach[rank] = sum += 1.0 / (rank + 2);
    }

    public string Word(Random random)
    {
        var found = Array.BinarySearch(reach, random.NextDouble() * reach[^1]);
        return words[found < 0 ? Math.Min(~found, words.Length - 1) : found];
    }

    /// <summary>"Kashilo herders over new trial": as long as printed headlines are, without a closing stop.</summary>
    public void AppendHeadline(StringBuilder text, Random random) => AppendWords(text, random, random.Next(5, 15));

    /// <summary>One long line that ends in a full stop.</summary>
    public void AppendParagraph(StringBuilder text, Random random)
    {
        AppendWords(text, random, random.Next(40, 90));
        text.Append('.');
    }

    private void AppendWords(StringBuilder text, Random random, int count)
    {
        var start = text.Length;
        for (var i = 0; i < count; i++) text.Append(i == 0 ? "" : " ").Append(Word(random));
        text[start] = char.ToUpperInvariant(text[start]);
    }
}
