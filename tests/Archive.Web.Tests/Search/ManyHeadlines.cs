using Archive.Store;
using Archive.Web.Tests.Reading;

namespace Archive.Web.Tests.Search;

/// <summary>A few hundred headlines of three years with outlets, links, categories and spellings to narrow them by; some days list many, most list none.</summary>
public sealed class ManyHeadlines : ShelfSite
{
    private const int Digests = 40;

    private static readonly string[] Texts =
    [
        "Uyghur forced labour in cotton fields", "Uighur camps seen from the air", "China denies genocide", "Forced labor bill passes", "新疆的报告", "维吾尔人权法案",
        "ئۇيغۇر ئېلىدىكى ۋەزىيەت", "Olympics boycott debated", "Tibet monks detained", "“Criminal State” says tribunal", "Trade deals & <genocide>", "An e-mail of covid-19",
    ];

    protected override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>();

    protected override IEnumerable<Post> Shelf()
    {
        Outlet[] outlets = [new() { Name = "BBC", Slug = "bbc" }, new() { Name = "Radio Free Asia", Slug = "radio-free-asia" }];
        Category[] categories = [new() { Name = "human dignity", Slug = "human-dignity" }, new() { Name = "news", Slug = "news" }];
        for (var i = 0; i < Digests; i++)
        {
            // Three years, with a year between that nothing covers.
            var day = new DateOnly(2019, 11, 3).AddDays(i * 9 + (i > Digests / 2 ? 400 : 0));
            var digest = HandMade.Make(i % 10 == 9 ? PostKind.Brief : PostKind.Digest, $"Digest {i}", day, day.AddDays(i % 3));
            for (var j = 0; j < i % 12; j++)
            {
                var text = $"{Texts[(i + j) % Texts.Length]} {i}.{j}";
                HandMade.AddHeadline(digest, text, j % 3 == 0 ? $"https://news.example/{i}/{j}" : null, j % 4 == 3 ? null : outlets[(i + j) % 2]);
            }
            digest.Categories.AddRange(i % 4 == 0 ? categories : [categories[i % 2]]);
            yield return digest;
        }
        var undated = HandMade.Make(PostKind.Digest, "Without a date");
        HandMade.AddHeadline(undated, "Uyghur headline without a date");
        yield return undated;
        yield return HandMade.Make(PostKind.Report, "A report on Uyghur forced labour", new(2021, 3, 1), null, "It describes genocide in Xinjiang & <elsewhere>.");
    }
}
