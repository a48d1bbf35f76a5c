using Archive.Store;
using Archive.Web.Tests.Reading;

namespace Archive.Browser.Tests;

/// <summary>Four hundred headlines made to break a page, among neighbours that must not move, and fifty real ones that must not suffer.</summary>
public sealed class HostileHeadlineTests(Browser browser)
{
    private const int Hostile = 400;
    private const int Genuine = 50;

    private static readonly string[] Words = ["ئۇيغۇر", "ئېلىدىكى", "ۋەزىيەت", "توغرىسىدا", "يېڭى", "دوكلات", "خىتاي", "تۈرمە", "مىللەت", "سادا", "حقوق", "الإنسان", "في", "تركستان"];

    private static readonly Func<int, string>[] Tricks =
    [
        n => $"Bidi {n} \u202Eesrever era sdrow eseht \u202D and never closed \u2067",
        n => $"Zero{n}\u200B\u200B wid\u2060th \uFEFFand \u00ADsoft",
        n => $"Tags {n} \U000E0041\U000E0042\U000E007F end",
        n => $"Stack {n} Z" + new string('\u0301', 1000),
        n => $"Deep {n} q" + new string('\u0323', 1000) + " tail",
        n => $"Grapheme {n} e" + string.Concat(Enumerable.Repeat("\u0300\u0316\u0489", n == 5 ? 10_000 : 50)),
        n => $"Тurкіѕh lооk-аlikе {n} Сhinа",
        n => new string('W', 1000) + n,
        n => $"<div style=\"position:fixed;inset:0\">{n}</div></li></ol></main>",
        n => $"﷽﷽﷽ 𒐫𒐫 ௵ {n} 👩‍👩‍👧‍👦",
    ];

    [Theory]
    [InlineData(375)]
    [InlineData(1280)]
    public async Task No_headline_moves_its_neighbours_or_widens_the_page(int width)
    {
        await using HostileSite site = new();
        await site.ServeAsync();
        await using var window = await browser.OpenAsync(width);
        var page = await window.NewPageAsync();
        List<string> titles = [];
        for (var part = 1; part <= 2; part++)
        {
            await page.GotoAsync(new Uri(site.Address, $"/2021/03/05/uyghur-news?part={part}").ToString());

            Assert.InRange(await Viewer.OverhangAsync(page), int.MinValue, 0);
            titles.AddRange(await page.Locator(".headlines .title").AllTextContentsAsync());
            var boxes = await page.EvaluateAsync<double[][]>(
                "[...document.querySelectorAll('.headlines li')].filter(li => li.textContent.includes('stands still')).map(li => { const box = li.getBoundingClientRect(); return [box.left, box.width, box.height]; })");
            Assert.True(boxes.Length > 100, $"{boxes.Length} neighbours are in part {part}");
            Assert.All(boxes, box => Assert.All(box.Zip(boxes[0]), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 1)));
        }

        Assert.Equal(Hostile, titles.Count(title => title.StartsWith("Neighbour", StringComparison.Ordinal)));
        Assert.Equal(Enumerable.Range(0, Genuine).Select(Real), titles.Where(title => title[0] is >= '\u0600' and <= '\u06FF'));
    }

    private static string Real(int n) => string.Join(' ', Enumerable.Range(0, 6).Select(i => Words[(n + i * (n % 5 + 1)) % Words.Length]).Append($"{n}"));

    private sealed class HostileSite : ShelfSite
    {
        public Uri Address => ClientOptions.BaseAddress;

        public async Task ServeAsync()
        {
            UseKestrel(0);
            StartServer();
            await InitializeAsync();
        }

        protected override IEnumerable<Post> Shelf()
        {
            var digest = HandMade.Digest(new(2021, 3, 3), new(2021, 3, 5));
            for (var n = 0; n < Hostile; n++)
            {
                HandMade.AddHeadline(digest, Tricks[n % Tricks.Length](n));
                HandMade.AddHeadline(digest, $"Neighbour {n:000} stands still");
                if (n < Genuine)
                {
                    HandMade.AddHeadline(digest, Real(n));
                }
            }
            yield return digest;
        }
    }
}
