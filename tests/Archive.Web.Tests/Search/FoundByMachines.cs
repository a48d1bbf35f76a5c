using System.Text.Json;

namespace Archive.Web.Tests.Search;

/// <summary>Reads /search.json as a program would: by its links alone.</summary>
internal sealed class FoundByMachines(HttpClient client)
{
    private const int PagesAtMost = 100;

    public async Task<JsonElement> ReadAsync(string address)
    {
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{address} answers {(int)answer.StatusCode}");
        Assert.Equal("application/feed+json", answer.Content.Headers.ContentType?.MediaType);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
    }

    /// <summary>The ids of all items, page after page.</summary>
    public async Task<List<string>> AllAsync(string address)
    {
        List<string> ids = [];
        string? next = address;
        for (var pages = 0; next is not null; pages++)
        {
            Assert.True(pages < PagesAtMost, $"{address} has no last page");
            var page = await ReadAsync(next);
            ids.AddRange(IdsOf(page));
            next = page.TryGetProperty("next_url", out var url) ? url.GetString() : null;
        }
        return ids;
    }

    public static IEnumerable<string> IdsOf(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!);

    public static long TotalOf(JsonElement page) => page.GetProperty("_archive").GetProperty("total").GetInt64();

    /// <summary>Every choice of every facet: its facet, its value, its count and where it leads.</summary>
    public static IEnumerable<Choice> ChoicesOf(JsonElement page) =>
        from facet in page.GetProperty("_archive").GetProperty("facets").EnumerateArray()
        from value in facet.GetProperty("values").EnumerateArray()
        select new Choice(
            facet.GetProperty("name").GetString()!, value.GetProperty("value").GetString()!, value.GetProperty("count").GetInt64(), value.GetProperty("chosen").GetBoolean(),
            value.GetProperty("url").GetString()!);

    internal sealed record Choice(string Facet, string Value, long Count, bool IsChosen, string Url);
}
