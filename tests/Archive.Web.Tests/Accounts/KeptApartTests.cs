using System.Net;

namespace Archive.Web.Tests.Accounts;

/// <summary>Readers' pages are the same whoever asks, and nothing of an editor's is kept for anybody (T51).</summary>
public sealed class KeptApartTests(ArchiveSite site) : IClassFixture<ArchiveSite>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reading_page_says_the_same_to_an_editor_and_hands_out_no_cookie()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        using var reader = Editor.Browser(site);
        foreach (var (_, address) in Routes.Rows.Values.Where(row => row.For.Contains(Asker.Anonymous) && !row.Address.StartsWith("/account", StringComparison.Ordinal) && !row.Address.StartsWith("/health", StringComparison.Ordinal)))
        {
            using var first = await editor.GetAsync(address, Stop);
            using var second = await reader.GetAsync(address, Stop);
            // An editor's has the links to the desk besides, and is kept by nobody; what is no page has none.
            Assert.Equal(await TextAsync(second), await TextAsync(first));
            Assert.True(first.Headers.CacheControl is { Private: true, NoStore: true } || Equals(first.Headers.ETag, second.Headers.ETag), address);
            Assert.All([first, second], answer => Assert.False(answer.Headers.Contains("Set-Cookie"), address));
        }
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(Stop);
        if (answer.Content.Headers.ContentType?.MediaType != "text/html")
        {
            return text;
        }
        using var page = await ArchiveSite.ReadAsync(answer);
        Array.ForEach([.. page.QuerySelectorAll("a.correct, link[href*='editors']")], own => own.Remove());
        return string.Join(' ', page.Head!.InnerHtml.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Concat(page.Body!.TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)));
    }

    [Theory]
    [InlineData("/desk")]
    [InlineData("/account")]
    [InlineData("/account/sign-in")]
    [InlineData("/account/none")]
    public async Task Nothing_of_an_editors_is_kept_on_the_way_and_forms_say_where_they_come_from(string address)
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        using var answer = await editor.GetAsync(address, Stop);
        Assert.Equal(("no-store", "same-origin"), (answer.Headers.CacheControl?.ToString(), string.Join(',', answer.Headers.GetValues("Referrer-Policy"))));
        Assert.Null(answer.Headers.ETag);
        using var stranger = Editor.Browser(site);
        using var without = await stranger.GetAsync(address, Stop);
        Assert.NotEqual(address is "/desk" or "/account" ? HttpStatusCode.OK : HttpStatusCode.SeeOther, without.StatusCode);
    }
}
