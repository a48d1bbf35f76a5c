using System.Globalization;
using System.Text;

namespace Archive.Benchmarks;

/// <summary>How much to make. The same size and seed make the same bytes.</summary>
/// <param name="ArticleEvery">After so many digests stands an article with a dateline; 0 for none.</param>
internal sealed record ArchiveSize(int Headlines, int Files, int Seed = 1, int HeadlinesPerDigest = 20, int ArticleEvery = 8)
{
    /// <summary>Names that were spelled one way in the older half of the archive and another in the newer, so that some words have only old headlines, and some pairs never meet.</summary>
    public bool WithNames { get; init; }
}

/// <summary>Makes weblog pages in the format of a seed: digests one below the other, newest first, an article now and then.</summary>
internal sealed class DigestGenerator(ArchiveSize size)
{
    private static readonly string[] Places =
        ["Tibet", "Uyghur", "Southern Mongolia", "Hong Kong", "Myanmar", "Belarus", "Iran", "Eritrea", "Cuba", "Darfur", "Kashmir", "Balochistan", "Crimea", "Papua", "Sahel"];

    private static readonly string[] Forms = ["{0} News", "{0} Digest", "This Week in {0}", "{0} Watch", "{0} Links"];

    private static readonly DateOnly Newest = new(2024, 12, 29);

    private readonly Random random = new(size.Seed);
    private Vocabulary? vocabulary;
    private int digests;

    /// <summary>One page for each file. No two digests have the same series and period.</summary>
    public IEnumerable<string> Pages()
    {
        vocabulary = new Vocabulary(random);
        for (var (file, done) = (0, 0); file < size.Files; file++)
        {
            var until = (int)((long)size.Headlines * (file + 1) / size.Files);
            yield return Page(until - done);
            done = until;
        }
    }

    /// <returns>The largest file's size in bytes.</returns>
    public long WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        long largest = 0;
        var number = 0;
        foreach (var page in Pages())
        {
            var path = Path.Combine(folder, $"{number++:D5}.txt");
            File.WriteAllText(path, page);
            largest = Math.Max(largest, new FileInfo(path).Length);
        }

        return largest;
    }

    private string Page(int headlines)
    {
        var text = new StringBuilder("Category Archives: human dignity\n");
        for (var left = headlines; left > 0; left -= size.HeadlinesPerDigest)
        {
            AppendDigest(text, Math.Min(left, size.HeadlinesPerDigest));
            if (size.ArticleEvery > 0 && digests % size.ArticleEvery == 0) AppendArticle(text);
        }

        return text.ToString();
    }

    private void AppendDigest(StringBuilder text, int headlines)
    {
        var series = digests % (Places.Length * Forms.Length);
        var last = Newest.AddDays(-3 * (digests / (Places.Length * Forms.Length)));
        digests++;
        text.Append('\n').AppendFormat(CultureInfo.InvariantCulture, Forms[series / Places.Length], Places[series % Places.Length])
            .Append(CultureInfo.InvariantCulture, $" ({Period(last.AddDays(-2), last)})\n\n")
            .Append("For more new and complete information, please visit Thank you!\n");
        for (var i = 0; i < headlines; i++)
        {
            text.Append('\n');
            vocabulary!.AppendHeadline(text, random);
            if (size.WithNames && random.Next(100) is var chance && Name(chance) is { } name) text.Append(' ').Append(name);
            text.Append('\n');
        }
    }

    // Of a hundred headlines; the pages begin with the newest.
    private string? Name(int chance) => (digests * size.HeadlinesPerDigest < size.Headlines / 2, chance) switch
    {
        (true, < 3) => "Uyghur",
        (true, 3) => "East Turkistan",
        (false, < 2) => "Uighur",
        (false, 2) => "Sinkiang",
        _ => null,
    };

    private void AppendArticle(StringBuilder text)
    {
        text.Append('\n');
        vocabulary!.AppendHeadline(text, random);
        text.Append(CultureInfo.InvariantCulture, $"\n\n{Newest.AddDays(-digests / 75):MMMM d, yyyy}\nNew York\n");
        for (var paragraphs = random.Next(2, 7); paragraphs > 0; paragraphs--)
        {
            text.Append('\n');
            vocabulary.AppendParagraph(text, random);
            text.Append('\n');
        }
    }

    // "Wednesday – Friday, January 27 – 29, 2021", across months "Saturday – Monday, January 30 – February 1, 2021".
    private static string Period(DateOnly first, DateOnly last) => first.Year != last.Year
        ? $"{first:MMMM d, yyyy} – {last:MMMM d, yyyy}"
        : first.Month != last.Month
            ? $"{first.DayOfWeek} – {last.DayOfWeek}, {first:MMMM d} – {last:MMMM d, yyyy}"
            : $"{first.DayOfWeek} – {last.DayOfWeek}, {first:MMMM d} – {last.Day}, {last.Year}";
}
