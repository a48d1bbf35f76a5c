using System.Net;

namespace Archive.Web.Tests.Search;

/// <summary>Whatever is typed, the answer is a page that shows it again as text.</summary>
public sealed class OddSearchTests(ManyHeadlines site) : IClassFixture<ManyHeadlines>
{
    public static TheoryData<string> Strings { get; } =
    [
        "^$", "\"", "\"\"", "\"unclosed", "(", ")", "((((((((", ")(", "-", "--", "- - -", "or", "OR or AND", "a or", "or a", "-or", "*", "**", "a*b*", "*a", ":", "::", "title:", "outlet:",
        "outlet:\"", "kind:novel", "after:", "after:tomorrow", "before:2021-13-45", "on:0", "is:", "is:happy", "topic:nothing-of-the-kind", "nothing:at-all", "'; DROP TABLE \"Headlines\"; --",
        "' OR 1=1 --", "%", "_", "\\", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "{{7*7}}", "${7*7}", "\t\n\r", "\u0000", "a\u0000b", "\u202Eabc", "\uFEFF", "\u200B",
        "😀", "👩‍👩‍👧‍👦", "﷽", "Z̸̡̛a͟l͠g̕o", "ﬁ ﬂ ½ ①", "ＵＹＧＨＵＲ", "新", "བོད", "ᠮᠣᠩᠭᠣᠯ", "ئۇيغۇر", "e-mail", "covid-19", "China's", "China’s", "near/5 x", "a & b | c ! d", "a <-> b", "1e308", "-1", "NaN", "null",
    ];

    [Theory]
    [MemberData(nameof(Strings))]
    public async Task An_odd_search_is_answered_and_shown_again_as_text(string typed)
    {
        using var client = site.CreateClient();
        var address = $"/search?q={Uri.EscapeDataString(typed)}";
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await ArchiveSite.ReadAsync(answer);
        Assert.Single(page.QuerySelectorAll("script"));
        Assert.Empty(page.QuerySelectorAll("img, [onerror]"));
        // A browser drops breaks of a line from a field of one line, and keeps no NUL.
        static string Plain(string? text) => (text ?? "").Replace("\0", "\uFFFD", StringComparison.Ordinal).ReplaceLineEndings("");
        Assert.Equal(Plain(typed), Plain(page.QuerySelector("input[name=q]")!.GetAttribute("value")));
        var feed = await new FoundByMachines(client).ReadAsync(address.Replace("/search?", "/search.json?", StringComparison.Ordinal));
        Assert.Equal(typed, feed.GetProperty("_archive").GetProperty("query").GetString());
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(5_000)]
    public async Task A_very_long_search_is_answered(int length)
    {
        using var client = site.CreateClient();
        foreach (var typed in new[] { new string('a', length), string.Concat(Enumerable.Repeat("uyghur ", length / 7)), new string('(', length), string.Concat(Enumerable.Repeat("-a ", length / 3)) })
        {
            using var answer = await client.GetAsync($"/search?q={Uri.EscapeDataString(typed)}", TestContext.Current.CancellationToken);
            Assert.True((int)answer.StatusCode < 500, $"{typed[..10]}… answers {(int)answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("q=a&q=b")]
    [InlineData("outlet=%3Cb%3E&topic=%22&category=%27&form=%3Cscript%3E")]
    [InlineData("without=%7C%7C%7Ca%7C%3Cb%3E&q=uyghur")]
    [InlineData("after=a&before=b&q=uyghur")]
    [InlineData("from=%3Cscript%3E&kind=%3Cscript%3E&q=uyghur")]
    public async Task Odd_choices_are_answered_too(string query)
    {
        var page = await site.PageAsync("/search?" + query);

        Assert.Single(page.QuerySelectorAll("script"));
    }
}
