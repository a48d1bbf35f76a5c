using System.Net;
using System.Xml.Linq;
using AngleSharp;
using AngleSharp.Html.Dom;
using Archive.Store.Accounts;
using Archive.Web.Tests.Accounts;
using Archive.Web.Tests.Feeds;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Web.Tests.Desk;

/// <summary>The lists beside the queue of lost links, and the feeds in which editors follow them.</summary>
public sealed class WorklistTests(WorklistSite site) : IClassFixture<WorklistSite>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("dates", "the title says Monday")]
    [InlineData("doubtful-lines", "no title beside it")]
    [InlineData("uncovered-days", "6 March 2021 to 8 March 2021")]
    public async Task What_was_decided_leaves_its_list_and_the_desk_and_can_be_taken_back(string list, string text)
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        var address = $"/desk/worklists/{list}";
        Assert.Contains(text, Assert.Single((await OpenAsync(editor, address)).QuerySelectorAll(".work > li")).TextContent, StringComparison.Ordinal);
        Assert.NotNull((await OpenAsync(editor, "/desk")).QuerySelector($".places a[href='{address}']"));

        using var left = await editor.SendFormAsync(address, new() { ["Key"] = (await OpenAsync(editor, address)).QuerySelector("input[name=Key]")!.GetAttribute("value")!, ["Label"] = text });
        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        Assert.Empty((await OpenAsync(editor, address)).QuerySelectorAll(".work > li"));
        Assert.Null((await OpenAsync(editor, "/desk")).QuerySelector($".places a[href='{address}']"));

        var decided = (await OpenAsync(editor, "/desk/worklists/decided")).QuerySelectorAll(".work > li").First(item => item.TextContent.Contains(text, StringComparison.Ordinal));
        using var back = await editor.SendFormAsync("/desk/worklists/decided", new() { ["Id"] = decided.QuerySelector("input[name=Id]")!.GetAttribute("value")! });
        Assert.Single((await OpenAsync(editor, address)).QuerySelectorAll(".work > li"));
    }

    [Fact]
    public async Task A_headline_that_is_there_twice_is_kept_or_taken_out_of_the_later_digest()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        var page = await OpenAsync(editor, "/desk/worklists/repeats");
        var item = page.QuerySelectorAll(".work > li").Single(item => item.TextContent.Contains(WorklistSite.Twice, StringComparison.Ordinal));
        using var taken = await editor.SendFormAsync(page, "/desk/worklists/repeats?handler=TakeOut", new() { ["Key"] = item.QuerySelector("input[name=Key]")!.GetAttribute("value")! });

        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.DoesNotContain((await OpenAsync(editor, "/desk/worklists/repeats")).QuerySelectorAll(".work > li"), item => item.TextContent.Contains(WorklistSite.Twice, StringComparison.Ordinal));
        using var reader = site.CreateClient();
        Assert.DoesNotContain(WorklistSite.Twice, await reader.GetStringAsync("/2021/03/05/uyghur-news", Stop), StringComparison.Ordinal);
        Assert.Contains(WorklistSite.Twice, await reader.GetStringAsync("/2021/03/02/uyghur-news", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_reader_is_let_in_by_a_secret_address_until_it_is_renewed_or_revoked_or_its_editor_may_not_sign_in()
    {
        var (account, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        using var feedReader = site.CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false, HandleCookies = false });
        var first = await MakeAsync(editor);

        using (var answer = await feedReader.GetAsync(first, Stop))
        {
            var feed = XElement.Parse(await answer.Content.ReadAsStringAsync(Stop));
            Assert.Contains(FeedOverHttp.EntriesOf(feed), entry => FeedOverHttp.TextOf(entry, "title") == "Museum opens a second wing");
            Assert.True(answer.Headers.CacheControl!.NoStore);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(feedReader, first.Replace("lost-links", "none", StringComparison.Ordinal)));
        Assert.DoesNotContain(first.Split('/')[3], (await OpenAsync(editor, "/account")).ToHtml(), StringComparison.Ordinal);

        var second = await MakeAsync(editor);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (await StatusAsync(feedReader, first), await StatusAsync(feedReader, second)));
        var register = site.Services.GetRequiredService<AccountRegister>();
        await register.DisableAsync(account.Name, Stop);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(feedReader, second));
        await register.EnableAsync(account.Name, Stop);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(feedReader, second));

        using var browser = Editor.Browser(site);
        (await account.SignInAsync(browser)).Dispose();
        using var page = await OpenAsync(browser, "/account");
        var form = (IHtmlFormElement)page.QuerySelector("form[action$='RevokeFeed']")!;
        using var fields = new FormUrlEncodedContent([KeyValuePair.Create("token", form.QuerySelector("input[name=token]")!.GetAttribute("value")!)]);
        using var revoked = await browser.PostAsync(form.GetAttribute("action"), fields, Stop);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(feedReader, second));
    }

    private static async Task<string> MakeAsync(HttpClient editor)
    {
        using var page = await OpenAsync(editor, "/account");
        var form = page.QuerySelector("form[action$='MakeFeed']")!;
        using var fields = new FormUrlEncodedContent([KeyValuePair.Create("token", form.QuerySelector("input[name=token]")!.GetAttribute("value")!)]);
        using var made = await ArchiveSite.ReadAsync(await editor.PostAsync(form.GetAttribute("action"), fields, Stop));
        return new Uri(made.QuerySelector(".addresses code")!.TextContent).AbsolutePath;
    }

    private static async Task<IHtmlDocument> OpenAsync(HttpClient editor, string address) => await ArchiveSite.ReadAsync(await editor.GetAsync(address, Stop));

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address, Stop);
        return answer.StatusCode;
    }
}
