using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Archive.Web.Fetching.Titles;
using Archive.Web.Tests.Accounts;
using Archive.Web.Tests.Desk;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Web.Tests.Fetching;

/// <summary>Titles of pages whose addresses were pasted bare: proposed, never in the way.</summary>
public sealed class TitleTests(TitleTests.TitleSite site) : IClassFixture<TitleTests.TitleSite>
{
    [Theory]
    [InlineData("<title>Plain  title\n of a page</title>", null, "Plain title of a page")]
    [InlineData("<title>Site</title><meta property='og:title' content='Said &amp; done'>", null, "Said & done")]
    [InlineData("<meta property='og:title' content=' '><title>Other</title>", null, "Other")]
    [InlineData("<p>No title", null, null)]
    [InlineData("", null, null)]
    [InlineData("<title><b>x</b></title>", null, "<b>x</b>")]
    [InlineData("<title>新疆棉花</title>", "utf-8", "新疆棉花")]
    [InlineData("<meta charset=gb2312><title>新疆棉花</title>", "gb2312", "新疆棉花")]
    [InlineData("<title>Уйғур</title>", "windows-1251", "Уй?ур")]
    [InlineData("<title>Ürümqi</title>", "no-such-charset", "Ürümqi")]
    public void A_title_is_read_in_the_letters_that_the_page_is_written_in(string page, string? charset, string? title)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = (charset is "gb2312" or "windows-1251" ? Encoding.GetEncoding(charset) : Encoding.UTF8).GetBytes(page);

        Assert.Equal(title, PageTitle.Of(bytes, page.Contains("charset", StringComparison.Ordinal) ? null : charset));
    }

    [Fact]
    public async Task Titles_are_proposed_beside_their_addresses_and_taken_with_all_that_was_typed()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        const string Pasted = "A headline with its title http://news.example/other\n\n- http://news.example/first\n* http://news.example/gone\nhttp://127.0.0.1/private.page\n";
        Dictionary<string, string> typed = new() { ["Pasted"] = Pasted, ["Title"] = "My own title" };
        using var preview = await ArchiveSite.ReadAsync(await editor.SendFormAsync(Lists.Page, typed));
        var offer = preview.QuerySelector("button[formaction^='/desk/lists/titles']")!;
        Assert.Equal("/desk/lists/titles?back=%2Fdesk%2Flists%2Fnew", offer.GetAttribute("formaction"));

        using var titles = await ArchiveSite.ReadAsync(await editor.SendFormAsync(preview, offer.GetAttribute("formaction")!, typed));

        Assert.Equal(["Snow & ice", "No title: the site answered 404", "No title: its address is not a public one"], titles.QuerySelectorAll(".history .text").Select(text => text.TextContent.Trim()));
        var titled = titles.QuerySelector<IHtmlTextAreaElement>("#pasted")!.Value;
        Assert.Equal(Pasted.Replace("- http", "- Snow & ice http", StringComparison.Ordinal), titled);
        using var taken = await ArchiveSite.ReadAsync(await editor.SendFormAsync(titles, "/desk/lists/new", new() { ["Pasted"] = titled, ["Title"] = "My own title" }));
        Assert.Equal(["A headline with its title", "Snow & ice"], Lists.Texts(taken).Take(2));
        Assert.Equal("My own title", taken.QuerySelector("h2")!.TextContent);
        Assert.Equal(0, site.Outside.Canary.Hits);
    }

    [Fact]
    public async Task Where_it_is_off_nothing_is_offered_and_nothing_answers()
    {
        await using var off = new ListSite();
        var (_, editor) = await Editor.SignedInAsync(off);
        using var _ = editor;
        using var preview = await ArchiveSite.ReadAsync(await editor.SendFormAsync(Lists.Page, new() { ["Pasted"] = "http://news.example/first\n" }));

        Assert.Null(preview.QuerySelector("button[formaction^='/desk/lists/titles']"));
        using var sent = await editor.SendFormAsync(preview, "/desk/lists/titles", new() { ["Pasted"] = "http://news.example/first\n" });
        Assert.Equal(System.Net.HttpStatusCode.NotFound, sent.StatusCode);
    }

    /// <summary>A site whose administrator turned titles on.</summary>
    public sealed class TitleSite : ArchiveSite
    {
        internal Outside Outside { get; } = new((asked, stream, _) => Listener.SayAsync(stream, asked.Contains("/first", StringComparison.Ordinal)
            ? "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<title>Snow &amp; ice</title>" : "HTTP/1.1 404 x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));

        protected override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string> { ["Fetching:Titles"] = "true" };

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            await Outside.DisposeAsync();
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.AddSingleton(Outside.Connection));
        }
    }
}
