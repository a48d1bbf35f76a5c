using System.Net;
using AngleSharp.Html.Parser;

namespace Archive.ScaleOut.Tests.Deploy;

/// <summary>A node that only shows the archive, with the role that can only read: Store:ReadOnly and archive_reader.</summary>
public sealed class ReaderNodeTests(DeployedServer deployed) : IClassFixture<DeployedServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_node_that_may_only_read_serves_every_page_and_imports_nothing()
    {
        var seeds = Path.Combine(Repository.Root, "seeds");
        var imported = await ArchiveProcess.RunAsync(deployed.Folder, ["import", seeds, .. deployed.As("archive_writer")]);
        Assert.True(imported.ExitCode == 0, imported.All);
        string[] reader = ["--Store:ReadOnly=true", .. deployed.As("archive_reader")];

        var (node, address) = await ArchiveProcess.ServeAsync(deployed.Folder, reader);
        using (node)
        {
            using var client = new HttpClient { BaseAddress = address };
            Assert.Equal("ok\n", await client.GetStringAsync("/health/ready", Stop));
            var faults = new List<string>();
            var seen = new HashSet<string>(StringComparer.Ordinal) { "/" };
            for (var waiting = new Queue<string>(seen); waiting.TryDequeue(out var page);)
            {
                using var answer = await client.GetAsync(page, Stop);
                if (answer.StatusCode != HttpStatusCode.OK)
                {
                    faults.Add($"{page} answered {answer.StatusCode}");
                }
                else if (answer.Content.Headers.ContentType?.MediaType == "text/html")
                {
                    foreach (var link in await LinksAsync(answer, address))
                    {
                        if (seen.Add(link))
                        {
                            waiting.Enqueue(link);
                        }
                    }
                }
            }
            Assert.Empty(faults);
            using var home = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new($"http://localhost:{address.Port}") };
            Assert.Contains("nobody can sign in here", await home.GetStringAsync("/account/sign-in", Stop), StringComparison.Ordinal);
            using var desk = new HttpRequestMessage(HttpMethod.Get, "/desk") { Headers = { { "Cookie", "__Host-archive=something" } } };
            Assert.Equal(HttpStatusCode.SeeOther, (await home.SendAsync(desk, Stop)).StatusCode);
            Assert.InRange(seen.Count, 400, 4000);
            var finished = await node.StopAsync();
            Assert.DoesNotContain("\"Level\":\"Error\"", finished.All, StringComparison.Ordinal);
        }

        await File.WriteAllTextAsync(deployed.Folder["new.txt"], "Lake News (March 1 – 3, 2021)\n\nRivers rise again\n\nLamps are lit\n", Stop);
        var refused = await ArchiveProcess.RunAsync(deployed.Folder, ["import", deployed.Folder["new.txt"], .. reader]);
        Assert.Equal(1, refused.ExitCode);
        Assert.Matches("permission denied|read-only transaction", refused.All);
    }

    private static async Task<IEnumerable<string>> LinksAsync(HttpResponseMessage answer, Uri address)
    {
        using var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Stop));
        // As crawlers are asked to: the choices of a search have more combinations than anybody can walk.
        return [.. page.QuerySelectorAll("a[href]:not([rel~=nofollow]), link[href]")
            .Select(link => new Uri(answer.RequestMessage!.RequestUri!, link.GetAttribute("href")))
            .Where(target => target.Authority == address.Authority).Select(target => target.PathAndQuery)];
    }
}
