using System.Diagnostics;
using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Archive.Store;
using Archive.Web.Tests;
using Archive.Web.Tests.Accounts;

namespace Archive.ScaleOut.Tests.Failing;

/// <summary>Editors at work on several nodes, while the primary dies.</summary>
public sealed class EditorsTests
{
    [Fact]
    public async Task Who_signed_in_on_one_node_is_known_on_the_others_until_they_sign_out_on_any_also_where_the_standby_does_not_hear_of_it()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var cluster = await Cluster.StartAsync(standby: true, nodes: 2);
        using var editor = await NodeBrowser.SignedInAsync(cluster);
        var desks = cluster.Nodes.Select(node => new Uri(node, Permalink.Desk)).ToList();
        foreach (var desk in desks)
        {
            using var seen = await editor.GetAsync(desk, cancel);
            Assert.Equal(HttpStatusCode.OK, seen.StatusCode);
        }
        using var copied = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        foreach (var cookie in await CookiesAsync(editor, desks[0]))
        {
            copied.DefaultRequestHeaders.Add("Cookie", cookie);
        }

        await cluster.LeaveStandbyBehindAsync();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["token"] = await editor.TokenAsync(desks[1].AbsoluteUri) });
        using var left = await editor.PostAsync(new Uri(cluster.Nodes[1], Permalink.SignOut), form, cancel);

        Assert.True(left.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther, $"signing out answered {left.StatusCode}");
        foreach (var desk in desks)
        {
            using var refused = await copied.GetAsync(desk, cancel);
            Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
        }
        // The standby itself still says that they are signed in.
        Assert.Equal([1], await cluster.AskAsync<long>("""SELECT count(*) FROM "Sessions" """, cluster.Standby));
    }

    [Fact]
    public async Task A_list_that_is_published_while_a_standby_takes_over_is_kept_once_and_its_editor_loses_no_word()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var cluster = await Cluster.StartAsync(standby: true, nodes: 2);
        List<string> published = [];
        var (again, slowest) = (0, TimeSpan.Zero);
        // Who publishes thirty posts in ten minutes has to prove who they are: every ten rounds it is another's turn.
        List<HttpClient> editors = [];
        for (var i = 0; i <= Rounds.Count / 10; i++)
        {
            editors.Add(await NodeBrowser.SignedInAsync(cluster));
        }
        for (var round = 1; round <= Rounds.Count; round++)
        {
            var editor = editors[round / 10];
            foreach (var node in cluster.Nodes)
            {
                var number = published.Count + 1;
                var pasted = string.Create(CultureInfo.InvariantCulture, $"Links of the day ({new DateOnly(2031, 1, 1).AddDays(number):MMMM d, yyyy})\n\nWhat editor and promotion {number} made of it – https://paper.example/{number}");
                var lists = new Uri(node, Permalink.NewList).AbsoluteUri;
                using var preview = await ArchiveSite.ReadAsync(await editor.SendFormAsync(lists, new() { ["Pasted"] = pasted }));
                var moment = Stopwatch.GetTimestamp();
                // One publishes in the very moment; the other before the primary is missed.
                var fall = node == cluster.Nodes[0] ? Task.Run(cluster.FailOver, cancel) : Task.CompletedTask;
                for (var page = preview; ;)
                {
                    using var answer = await editor.SendFormAsync(page, lists + "?handler=Publish", new() { ["Pasted"] = pasted });
                    if (answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther)
                    {
                        published.Add(answer.Headers.Location!.OriginalString);
                        break;
                    }
                    // The page that gives the text back leads to the preview once more.
                    Assert.True(answer.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.OK, $"round {round}: publishing answered {answer.StatusCode}: {await SaidAsync(answer)}");
                    Assert.True(Stopwatch.GetElapsedTime(moment) < TimeSpan.FromMinutes(1), "nothing could be published for a minute");
                    page = await ArchiveSite.ReadAsync(answer);
                    Assert.Equal(pasted, ((IHtmlTextAreaElement)page.QuerySelector("textarea[name=Pasted]")!).Value.ReplaceLineEndings("\n"));
                    again++;
                    await Task.Delay(500, cancel);
                }
                slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, Stopwatch.GetElapsedTime(moment).Ticks));
                await fall;
            }
            await cluster.RebuildAsync(cancel);
        }
        editors.ForEach(editor => editor.Dispose());

        Assert.All(published, address => Assert.StartsWith("/2031/", address, StringComparison.Ordinal));
        var kept = await cluster.AskAsync<string>("""SELECT "Text" FROM "Headlines" WHERE "Text" LIKE 'What editor and promotion%'""");
        Assert.Equal(published.Count, kept.Count);
        Assert.Equal(published.Count, kept.Distinct(StringComparer.Ordinal).Count());
        Rounds.Tell($"{Rounds.Count} promotions under an editor, {published.Count} lists published once each, {again} times asked again with the text kept, {slowest.TotalSeconds:0.0} s at most");
    }

    private static async Task<string> SaidAsync(HttpResponseMessage answer)
    {
        using var page = await ArchiveSite.ReadAsync(answer);
        return string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    // As somebody would have them who copied the browser's files.
    private static async Task<IReadOnlyList<string>> CookiesAsync(HttpClient editor, Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var _ = await editor.SendAsync(request, TestContext.Current.CancellationToken);
        return [.. request.Headers.GetValues("Cookie")];
    }
}
