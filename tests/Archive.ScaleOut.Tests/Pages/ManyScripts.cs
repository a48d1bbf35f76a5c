using System.Globalization;
using System.Text;
using Archive.Store;
using Archive.Web.Tests.Reading;

namespace Archive.ScaleOut.Tests.Pages;

/// <summary>What two databases could order, fold, cut or compare in two ways: scripts, case, accents, twins, letters outside the basic plane.</summary>
internal static class ManyScripts
{
    public static readonly string[] Words =
    [
        "zebra", "Zebra", "ZEBRA", "Äpfel", "apfel", "écho", "Écho", "echo", "ß-case", "ss case", "İstanbul", "istanbul", "ISTANBUL", "ıstanbul", "ﬀ ligature", "ff ligature",
        "ئۇيغۇر خەۋەرلىرى", "ئۇيغۇر", "བོད་ལྗོངས་གསར་འགྱུར", "བོད", "维吾尔人权", "維吾爾人權", "ウイグル", "위구르", "Монгол", "монгол", "Ελλάς", "ελλας", "עברית",
        "𐐀𐐁 deseret", "𐐨𐐩 deseret", "𠀀𠀁 far ideographs", "ﺍﻟﻒ presentation", "～ wide", "ＷＩＤＥ", "Ⅷ eight", "e\u0301cho decomposed", "a_b%c", "a\\b", "1 000", "10", "9", "naïve–dash", "O’Brien",
    ];

    public static IEnumerable<Post> Posts()
    {
        var outlets = Words.Select((word, i) => new Outlet { Name = word, Slug = $"{Slug.Of(word)}-{i}" }).ToList();
        var categories = Words.Select((word, i) => new Category { Name = word, Slug = $"{Slug.Of(word)}-{i}" }).ToList();
        List<(Post Post, int First, int Last)> kept = [];
        for (var i = 0; i < Words.Length; i++)
        {
            // All of one day, so that only the slug orders them; and as many without a day.
            foreach (var day in new DateOnly?[] { new(2018, 6, 15), null })
            {
                var article = HandMade.Make(PostKind.Article, $"{Words[i]} stands here", day, null, string.Concat(Enumerable.Repeat(Words[i] + " ", 80)), Words[i]);
                (article.Outlet, article.Place, article.Author) = (outlets[i], Words[^(i + 1)], Words[i]);
                article.Categories.Add(categories[i]);
                article.Categories.Add(categories[(i + 1) % categories.Count]);
                kept.Add((article, i + 1, i + 2));
            }
            var twin = HandMade.Make(PostKind.Report, $"Twin {i % 7}", new(2018, 7, 1), null, Words[i]);
            kept.Add((twin, 1, 1));
            var digest = HandMade.Digest(new DateOnly(2017, 1, 1).AddDays(11 * i), new DateOnly(2017, 1, 3).AddDays(11 * i));
            for (var j = 0; j < 2; j++)
            {
                HandMade.AddHeadline(digest, $"{Words[(i + j) % Words.Length]} {j}", j == 0 ? $"https://example.org/{i}/{j}?q=%C3%A9&r=é" : null, outlets[(i * j) % outlets.Count], j < 2 ? Words[i] : null);
            }
            digest.Categories.Add(categories[i]);
            kept.Add((digest, 1, 30));
        }
        // The address of the second post of a slug and day ends in "-2", as the importer has it.
        foreach (var twins in kept.GroupBy(one => (one.Post.DateEnd, one.Post.Slug)))
        {
            var ordinal = 0;
            foreach (var (post, _, _) in twins)
            {
                post.Ordinal = ++ordinal;
            }
        }
        kept.ForEach(one => one.Post.Problems.Add(new() { Line = one.First, Code = "weekday-conflict", Message = Words[one.First % Words.Length] }));
        HandMade.Keep("many-scripts.txt", Words, [.. kept]);
        return kept.Select(one => one.Post);
    }

    /// <summary>Seeds for the importer: a long run of digests, one very long digest, articles without a title or a date.</summary>
    public static void WriteSeeds(string folder)
    {
        var digests = new StringBuilder("Category Archives: Überblick 维吾尔\n\n");
        for (var i = 0; i < 15; i++)
        {
            var first = new DateOnly(2019, 12, 30).AddDays(-4 * i);
            digests.Append(CultureInfo.InvariantCulture, $"Uyghur News ({first:MMMM d, yyyy})\n\n");
            for (var j = 0; j < 2; j++)
            {
                digests.Append(CultureInfo.InvariantCulture, $"{Words[(3 * i + j) % Words.Length]} is reported on day {i}, for the {j}. time\n\n");
            }
        }
        File.WriteAllText(Path.Combine(folder, "900.txt"), digests.ToString());
        File.WriteAllText(
            Path.Combine(folder, "901.txt"),
            "Tibet Digest: 3–5 March 2016\n\n" + string.Concat(Enumerable.Range(0, 105).Select(i => $"{Words[i % Words.Length]} and {Words[i * 7 % Words.Length]}, number {i} of a long list\n\n")));
        File.WriteAllText(
            Path.Combine(folder, "902.txt"),
            string.Concat(Words.Where((_, i) => i % 3 == 0).Select(word => $"The word {word} has become a matter of dispute in several countries…reports Asian Lite News\n{word} was said in many places, and the people who said it were heard by other people, so that it went round the world. (ANI)\n")));
    }
}
