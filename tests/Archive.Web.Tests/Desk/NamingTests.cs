using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Archive.Web.Tests.Accounts;

namespace Archive.Web.Tests.Desk;

/// <summary>Outlets, categories and the thesaurus in the desk, without script.</summary>
public sealed class NamingTests(ArchiveSite site) : IClassFixture<ArchiveSite>
{
    [Fact]
    public async Task An_outlet_gets_another_name_and_address_and_its_former_state_back()
    {
        var (someone, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        using var outlets = await PageAsync(editor, "/desk/outlets");
        var address = outlets.QuerySelector(".names a")!.GetAttribute("href")!;
        using var before = await PageAsync(editor, address);
        var (name, slug) = (Value(before, "Name"), Value(before, "Address"));

        using var wrong = await editor.SendFormAsync(before, address, new() { ["Name"] = "Highland Courier", ["Address"] = "highland-courier", ["Hosts"] = "no host", ["Reason"] = "It calls itself so." });
        using var refused = await ArchiveSite.ReadAsync(wrong);
        Assert.Equal((HttpStatusCode.BadRequest, "Highland Courier"), (wrong.StatusCode, Value(refused, "Name")));
        Assert.Contains("is no host", refused.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        using var saved = await editor.SendFormAsync(refused, address, new() { ["Name"] = "Highland Courier", ["Address"] = "highland-courier", ["Hosts"] = "www.Highland.example", ["Reason"] = "It calls itself so." });
        Assert.Equal("/desk/outlets/highland-courier", saved.Headers.Location!.ToString());

        using var reader = site.CreateClient();
        using var moved = await reader.GetAsync($"/outlets/{slug}", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.MovedPermanently, "/outlets/highland-courier"), (moved.StatusCode, moved.Headers.Location!.ToString()));
        using var page = await site.PageAsync("/outlets/highland-courier");
        Assert.Equal("Highland Courier", page.QuerySelector("h1")!.TextContent);
        using var after = await PageAsync(editor, "/desk/outlets/highland-courier");
        Assert.Equal("highland.example", after.QuerySelector<IHtmlTextAreaElement>("#hosts")!.Value.Trim());
        var change = after.QuerySelector(".history > li")!;
        Assert.Contains(someone.Name, change.TextContent, StringComparison.Ordinal);
        Assert.Contains(name, change.QuerySelectorAll("del").Select(gone => gone.TextContent));
        Assert.Contains("Highland Courier", change.QuerySelectorAll("ins").Select(came => came.TextContent));

        using var restored = await editor.SendFormAsync(after, "/desk/outlets/highland-courier?handler=Restore", new() { ["edit"] = change.QuerySelector("[name=edit]")!.GetAttribute("value")! });
        Assert.Equal($"/desk/outlets/{slug}", restored.Headers.Location!.ToString());
        using var back = await UntilAsync(reader, "/outlets/highland-courier", HttpStatusCode.MovedPermanently);
        Assert.Equal($"/outlets/{slug}", back.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Two_outlets_are_made_one_and_taken_apart_in_the_history_of_the_other()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        using var outlets = await PageAsync(editor, "/desk/outlets");
        var addresses = outlets.QuerySelectorAll(".names a").Skip(1).Take(2).Select(link => link.GetAttribute("href")!).ToArray();
        using var reader = site.CreateClient();
        var before = await reader.GetStringAsync(addresses[0].Replace("/desk", "", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        using var merged = await editor.SendFormAsync(addresses[0] + "?handler=Merge", new() { ["Into"] = addresses[1], ["MergeReason"] = "One paper." });
        Assert.Equal(addresses[1], merged.Headers.Location!.ToString());
        using var other = await PageAsync(editor, addresses[1]);
        var form = other.QuerySelector(".history form:has([formaction$=Apart])")!;
        using var apart = await editor.SendFormAsync(other, addresses[1] + "?handler=Apart", new() { ["edit"] = form.QuerySelector("[name=edit]")!.GetAttribute("value")! });

        Assert.Equal(addresses[0], apart.Headers.Location!.ToString());
        using var again = await UntilAsync(reader, addresses[0].Replace("/desk", "", StringComparison.Ordinal), HttpStatusCode.OK);
        Assert.Equal(before, await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var after = await PageAsync(editor, addresses[1]);
        Assert.Empty(after.QuerySelectorAll("[formaction$=Apart]"));
    }

    [Fact]
    public async Task A_topic_is_added_changed_and_taken_out_and_readers_see_it_at_once()
    {
        var (_, editor) = await Editor.SignedInAsync(site);
        using var _ = editor;
        Dictionary<string, string> typed = new()
        {
            ["Name"] = "Plateau Courier", ["Spellings"] = "The Courier of the Plateau\nUyghur", ["Reason"] = "One newspaper.", ["Related"] = "xinjiang = A paper is not a place.", ["Shared"] = "", ["Why"] = "It was missing.",
        };

        using var clash = await ArchiveSite.ReadAsync(await editor.SendFormAsync("/desk/thesaurus/new", typed));
        Assert.Contains("'Uyghur' is in entry 'uyghur' too", clash.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The Courier of the Plateau", clash.QuerySelector<IHtmlTextAreaElement>("#spellings")!.Value, StringComparison.Ordinal);
        typed["Spellings"] = "The Courier of the Plateau";
        using var added = await editor.SendFormAsync(clash, "/desk/thesaurus/new", typed);
        Assert.Equal("/desk/thesaurus/plateau-courier", added.Headers.Location!.ToString());

        using var topic = await site.PageAsync("/topics/plateau-courier");
        Assert.Contains("One newspaper.", topic.Body!.TextContent, StringComparison.Ordinal);
        using var other = await site.PageAsync("/topics/xinjiang");
        Assert.Contains("A paper is not a place.", other.Body!.TextContent, StringComparison.Ordinal);

        using var taken = await editor.SendFormAsync("/desk/thesaurus/plateau-courier?handler=TakeOut", new() { ["whyOut"] = "Only a test." });
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        using var reader = site.CreateClient();
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/topics/plateau-courier", TestContext.Current.CancellationToken)).StatusCode);
        using var gone = await PageAsync(editor, "/desk/thesaurus/plateau-courier");
        Assert.Equal(2, gone.QuerySelectorAll(".history > li").Length);
    }

    // On PostgreSQL a node hears of a change, which takes a moment.
    private static async Task<HttpResponseMessage> UntilAsync(HttpClient reader, string address, HttpStatusCode status)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        for (; ; await Task.Delay(20, patience.Token))
        {
            var answer = await reader.GetAsync(address, patience.Token);
            if (answer.StatusCode == status)
            {
                return answer;
            }
            answer.Dispose();
        }
    }

    private static string Value(IHtmlDocument page, string name) => page.QuerySelector<IHtmlInputElement>($"input[name={name}]")!.Value;

    private static async Task<IHtmlDocument> PageAsync(HttpClient editor, string address)
    {
        using var answer = await editor.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} answered {(int)answer.StatusCode}");
        return await ArchiveSite.ReadAsync(answer);
    }
}
