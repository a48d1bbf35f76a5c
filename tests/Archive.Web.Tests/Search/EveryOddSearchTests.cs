using System.Net;
using System.Text.Json;
using Archive.Store;
using Archive.Web.Tests.Reading;

namespace Archive.Web.Tests.Search;

/// <summary>T15 through HTTP: no search makes an error page, and what is printed is found by typing it.</summary>
public sealed class EveryOddSearchTests(EveryOddSearchTests.Site site) : IClassFixture<EveryOddSearchTests.Site>
{
    // Headlines as no editor would print them; each is searched for by its own letters and signs.
    private static readonly string[] Printed =
    [
        "<script>alert('Uyghur')</script>", "'; DROP TABLE headlines; --", "Robert'); DELETE FROM posts", "100 % cotton & more", "C++ and C# in Kashgar", "$$$", "?!", "…", "* * *", "a_b_c", "50/50", "~ 3 000 people ~",
        "{{7*7}} is 49", "%00 %0A %20", "back\\slash\\", "tab\there", "émigré café naïve", "U\u0308ru\u0308mqi apart", "Ürümqi together", "ＦＵＬＬ　ｗｉｄｔｈ　２０２１", "ﬁre in the oﬃce", "𝗕𝗼𝗹𝗱 on social media", "№ 9 of 10", "1½ million", "genocide² and more¹²",
        "新疆", "新疆再教育营", "中国・新疆：维吾尔族", "ウイグル自治区で", "ｳｲｸﾞﾙ の声", "신장 위구르 자치구", "\u110B\u1171\u1100\u116E\u1105\u1173 아파트", "བོད་ལྗོངས་", "བོད་ཡིག་གི་གསར་འགྱུར།", "ᠮᠣᠩᠭᠣᠯ\u202Fᠤᠨ ᠪᠠᠶᠢᠨ\u180Eᠠ", "อุยกูร์ในไทย", "ဝီဂါလူမျိုး", "ខ្មែរក្រហម",
        "ئۇيغۇر سادا", "ﺋﯘﻳﻐﯘﺭ old letters", "الإيغور في الصين", "مُسْلِمُو الأُوِيغُور", "ایغورهای چین", "צבא ושָׁלוֹם", "Уйғур тили", "Ёлка и ёж", "Ουιγούροι και Κίνα", "उइग़ुर मुसलमान", "Հայաստան և Չինաստան",
        "🔥", "👩‍👩‍👧‍👦 a family", "🇹🇷🇨🇳 talks", "❤️ for Kashgar", "\u202Eesrever\u202C and on", "zero\u200Bwidth\u200Dhere", "soft\u00ADhyphen", "[US] “Quotes ‘within’ quotes”", "U.S. says: covid-19 isn't over", "and, or, not: a headline", "Tibet – a history", "Who? When? Where?",
        "x" + new string('y', 400) + "z", "Z\u0301\u0302\u0303\u0304\u0305algo", "=1+1", "\uFFFD replaced", "\uE000 private",
    ];

    [Fact]
    public async Task Every_odd_string_has_its_page()
    {
        using var client = site.CreateClient();
        foreach (var odd in OddSearches.Naughty)
        {
            using var answer = await client.GetAsync(Address("/search", odd), TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{Uri.EscapeDataString(odd)} answered {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Every_row_of_signs_has_its_document()
    {
        using var client = site.CreateClient();
        foreach (var odd in OddSearches.Operators)
        {
            var found = await FoundAsync(client, odd);
            Assert.True(found.Total >= found.Titles.Count, odd);
        }
    }

    [Fact]
    public async Task Every_odd_choice_has_its_page()
    {
        using var client = site.CreateClient();
        string[] choices = ["from", "to", "kind", "outlet", "category", "topic", "link", "form", "exact", "without", "sort", "after", "before", "page"];
        foreach (var (odd, number) in OddSearches.Naughty.Where(odd => odd.Length < 200).Select((odd, number) => (odd, number)))
        {
            var address = $"/search?q=uyghur&{choices[number % choices.Length]}={Escaped(odd)}";
            using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} answered {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Every_odd_headline_is_found_by_its_own_text()
    {
        Assert.InRange(Printed.Length, 60, int.MaxValue);
        using var client = site.CreateClient();
        foreach (var text in Printed)
        {
            Assert.Contains(text, (await FoundAsync(client, text)).Titles);
            Assert.Contains(text, (await FoundAsync(client, $"\"{text}\"")).Titles);
        }
    }

    [Fact]
    public async Task A_search_that_is_not_UTF_8_has_its_page()
    {
        using var client = site.CreateClient();
        foreach (var address in (string[])["/search?q=%ff%fe", "/search?q=%c0%80", "/search?q=%ed%a0%80", "/search?q=%", "/search?q=%u0041", "/search?q=a&q=b", "/search?q", "/search?q[]=a", "/search?%00=%00"])
        {
            using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.True((int)answer.StatusCode < 500, $"{address} answered {(int)answer.StatusCode}");
        }
    }

    private static async Task<(long Total, List<string> Titles)> FoundAsync(HttpClient client, string typed)
    {
        using var answer = await client.GetAsync(Address("/search.json", typed), TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{Uri.EscapeDataString(typed)} answered {(int)answer.StatusCode}");
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (document.RootElement.GetProperty("_archive").GetProperty("total").GetInt64(),
            [.. document.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString()!)]);
    }

    private static string Address(string page, string typed) => $"{page}?q={Escaped(typed)}";

    private static string Escaped(string text) => Uri.EscapeDataString(text);

    public sealed class Site : ShelfSite
    {
        protected override IEnumerable<Post> Shelf() =>
        [
            HandMade.Digest(new(2021, 3, 5), new(2021, 3, 7), Printed),
            HandMade.Make(PostKind.Statement, "A statement on Uyghur forced labour", new(2021, 3, 6), null, "It says: " + string.Join(' ', Printed)),
        ];
    }
}
