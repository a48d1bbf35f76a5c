using System.Net;
using Archive.Web.Pages.Desk.Posts;
using Archive.Web.Tests.Accounts;

namespace Archive.Web.Tests.Desk;

/// <summary>Posts other than lists, from what was typed to what readers see; without script.</summary>
public sealed class NewPostTests(ListSite site) : IClassFixture<ListSite>
{
    private const string Page = "/desk/posts/new";

    private static readonly Dictionary<string, string> Letter = new()
    {
        ["Kind"] = "letter", ["Title"] = "Letter about the narwhal quotas", ["Date"] = "2022-04-05", ["Place"] = "Geneva", ["Issuer"] = "Some Committee", ["Addressee"] = "The ministers\nof all seas",
        ["Salutation"] = "Dear ministers,", ["Body"] = "# What we ask\n\nWe ask for *narwhals*[^1], see [the paper](https://example.org/paper?utm_source=x) and [nothing](javascript:alert(1)).\n\n![Chart](https://example.org/c.png)",
        ["Signatories"] = "Ada Example | Oslo\nBen Example", ["Endnotes"] = "1. Survey of the sea https://example.org/survey", ["Categories"] = "seas, human dignity",
    };

    [Fact]
    public async Task A_letter_is_written_in_Markdown_looked_at_published_once_and_found()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        using var preview = await ArchiveSite.ReadAsync(await editor.SendFormAsync(Page + "?kind=letter", Letter));
        Assert.NotNull(preview.QuerySelector(".written em"));
        Assert.StartsWith("Saved ", preview.QuerySelector("[data-state]")!.TextContent, StringComparison.Ordinal);
        using var changed = await editor.SendFormAsync(preview, Page + "?handler=Publish", new(Letter) { ["Place"] = "Bern" });
        Assert.Equal(HttpStatusCode.Conflict, changed.StatusCode);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => editor.SendFormAsync(preview, Page + "?handler=Publish", Letter)));

        var address = Assert.Single(answers.Select(answer => answer.Headers.Location?.ToString()).Distinct())!;
        Assert.Equal("/2022/04/05/letter-about-the-narwhal-quotas", address);
        using var reader = site.CreateClient();
        using var letter = await ArchiveSite.ReadAsync(await reader.GetAsync(address, TestContext.Current.CancellationToken));
        Assert.Equal("What we ask", letter.QuerySelector(".text h2")!.TextContent);
        Assert.Equal("#note-1", letter.QuerySelector(".text sup a")!.GetAttribute("href"));
        Assert.Equal(["https://example.org/paper", "https://example.org/c.png"], letter.QuerySelectorAll(".text p > a").Select(link => link.GetAttribute("href")));
        Assert.Empty(letter.QuerySelectorAll(".text img"));
        Assert.Contains("Ben Example", letter.Body!.TextContent, StringComparison.Ordinal);
        using var found = await ArchiveSite.ReadAsync(await reader.GetAsync("/search?q=%22ask+for+narwhals%22", TestContext.Current.CancellationToken));
        Assert.Contains(found.QuerySelectorAll("main a"), link => link.GetAttribute("href") == address);
        Assert.Contains("Signatories: Ada Example | Oslo", await reader.GetStringAsync(address + "/source", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task What_a_script_saves_is_listed_by_its_title()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        using var page = await ArchiveSite.ReadAsync(await editor.GetAsync(Page + "?kind=statement", TestContext.Current.CancellationToken));
        editor.DefaultRequestHeaders.Add("Accept", "application/json");
        using var saved = await editor.SendFormAsync(page, Page + "?handler=Save", new() { ["Title"] = "Saved as it was typed", ["Body"] = "And" });
        Assert.Equal("application/json", saved.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Saved as it was typed", await editor.GetStringAsync("/desk/drafts", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("14 – 20 February 2022", "2022-02-14 2022-02-20 Day")]
    [InlineData("2022-02", "2022-02-01 2022-02-28 Month")]
    [InlineData("2022", "2022-01-01 2022-12-31 Year")]
    [InlineData("", "  ")]
    public void A_brief_is_of_a_day_of_several_of_a_month_of_a_year_or_undated(string typed, string read)
    {
        var post = PostReader.Read(new([KeyValuePair.Create("Kind", "brief"), KeyValuePair.Create("Title", "Brief"), KeyValuePair.Create("Date", typed), KeyValuePair.Create("Body", "Text")])).Post!.Post;
        Assert.Equal(read, $"{post.DateStart:yyyy-MM-dd} {post.DateEnd:yyyy-MM-dd} {post.DatePrecision}");
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field_and_all_of_it_at_once()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        using var page = await ArchiveSite.ReadAsync(await editor.SendFormAsync(Page + "?kind=letter", new(Letter) { ["Date"] = "Monday, 5 April 2022", ["Endnotes"] = "no number" }));

        Assert.Contains("is a Tuesday", page.QuerySelector("#Date-wrong")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("no number before it", page.QuerySelector("#Endnotes-wrong")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Date", "Endnotes"], page.QuerySelectorAll("[aria-invalid=true]").Select(field => field.Id));
        Assert.Empty(page.QuerySelectorAll("[data-publish]"));
    }

    [Theory]
    [InlineData("Title", "", "Title")]
    [InlineData("Date", "5 April", "Date")]
    [InlineData("Body", "", "Text")]
    [InlineData("Place", "two\nlines", "Place")]
    [InlineData("Endnotes", "no number", "Endnotes")]
    [InlineData("Endnotes", "1. bad intent://x", "Endnotes")]
    [InlineData("Kind", "digest", "kind")]
    public void What_is_wrong_names_its_field(string field, string value, string named)
    {
        var ready = PostReader.Read(new([.. Letter.Select(pair => KeyValuePair.Create(pair.Key, pair.Key == field ? value : pair.Value))]));
        Assert.Null(ready.Post);
        Assert.Contains(named, ready.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_field_is_changed_is_another_hash_and_line_ends_are_none()
    {
        static string HashOf(IEnumerable<KeyValuePair<string, string>> fields) => PostReader.Read(new([.. fields])).Hash;
        var hash = HashOf(Letter);
        Assert.Equal(hash, HashOf(Letter.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ReplaceLineEndings("\r\n")))));
        Assert.All(Letter.Keys.Where(key => key is not ("Kind" or "Date" or "Endnotes")), field =>
            Assert.NotEqual(hash, HashOf(Letter.Select(pair => KeyValuePair.Create(pair.Key, pair.Key == field ? pair.Value + "x" : pair.Value)))));
    }
}
