using System.Net;

namespace Archive.ScaleOut.Tests.Deploy;

/// <summary>What deploy/nginx promises, seen on a real nginx between a reader and two nodes.</summary>
public sealed class NginxTests : IAsyncLifetime
{
    private readonly Nginx nginx = new();

    private Node first = null!;

    private Node second = null!;

    private HttpClient reader = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(Nginx.Missing is not null, Nginx.Missing ?? "");
        (first, second) = (await Node.StartAsync(), await Node.StartAsync());
        await nginx.StartAsync(first.Port, second.Port);
        reader = nginx.Reader();
    }

    public async ValueTask DisposeAsync()
    {
        reader?.Dispose();
        nginx.Dispose();
        if (first is not null)
        {
            await first.DisposeAsync();
            await second.DisposeAsync();
        }
    }

    [Fact]
    public async Task What_a_visitor_claims_about_himself_does_not_reach_a_node()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/2021");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        request.Headers.Add("X-Forwarded-Proto", "gopher");
        request.Headers.Add("X-Forwarded-Host", "elsewhere.example");
        request.Headers.Add("X-Real-IP", "203.0.113.9");
        request.Headers.Add("Forwarded", "for=203.0.113.9");

        using var answer = await reader.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var headers = Assert.Single(first.Asked.Concat(second.Asked)).Headers;
        Assert.Equal(("127.0.0.1", "https", "archive.example"), (headers["X-Forwarded-For"], headers["X-Forwarded-Proto"], headers["Host"]));
        Assert.DoesNotContain(headers.Keys, name => name is "X-Forwarded-Host" or "X-Real-IP" or "Forwarded");
    }

    [Fact]
    public async Task A_question_that_one_node_cannot_answer_goes_to_the_other_and_a_change_is_never_repeated()
    {
        first.Status = 503;
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal($"answered by {second.Port}", await reader.GetStringAsync("/", Stop));
        }
        await first.DisposeAsync();
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal($"answered by {second.Port}", await reader.GetStringAsync("/", Stop));
        }
        second.Status = 503;
        second.Asked.Clear();
        using var change = new StringContent("text=1");
        using var answer = await reader.PostAsync(new Uri("/desk", UriKind.Relative), change, Stop);
        Assert.False(answer.IsSuccessStatusCode);
        Assert.InRange(second.Asked.Count, 0, 1);
    }

    [Fact]
    public async Task A_change_that_a_node_refused_is_not_given_to_the_other()
    {
        (first.Status, second.Status) = (503, 503);
        using var change = new StringContent("text=1");
        using var answer = await reader.PostAsync(new Uri("/desk", UriKind.Relative), change, Stop);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("POST", Assert.Single(first.Asked.Concat(second.Asked)).Method);
    }

    [Fact]
    public async Task A_long_list_gets_through_to_the_desk_also_through_signing_in_again_and_nowhere_else()
    {
        using var list = new StringContent(new string('x', 1_000_000));
        using var taken = await reader.PostAsync(new Uri("/desk/lists/new", UriKind.Relative), list, Stop);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        var (method, headers) = Assert.Single(first.Asked.Concat(second.Asked).Select(asked => (asked.Method, asked.Headers)));
        Assert.Equal(("POST", "127.0.0.1", "https"), (method, headers["X-Forwarded-For"], headers["X-Forwarded-Proto"]));

        using var late = new StringContent(new string('x', 1_000_000));
        using var carried = await reader.PostAsync(new Uri("/account/sign-in", UriKind.Relative), late, Stop);
        Assert.Equal(HttpStatusCode.OK, carried.StatusCode);

        foreach (var elsewhere in new[] { "/", "/account", "/account/set-up/none", "/search" })
        {
            using var same = new StringContent(new string('x', 1_000_000));
            using var refused = await reader.PostAsync(new Uri(elsewhere, UriKind.Relative), same, Stop);
            Assert.Equal((elsewhere, HttpStatusCode.RequestEntityTooLarge), (elsewhere, refused.StatusCode));
        }
    }

    [Fact]
    public async Task A_page_that_is_taken_down_is_gone_with_the_next_question()
    {
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(new Uri("/2021/01/29/uyghur-news", UriKind.Relative), Stop)).StatusCode);
        }
        (first.Status, second.Status) = (410, 410);
        Assert.Equal(HttpStatusCode.Gone, (await reader.GetAsync(new Uri("/2021/01/29/uyghur-news", UriKind.Relative), Stop)).StatusCode);
    }

    [Fact]
    public async Task Another_name_is_not_this_site_and_whether_it_is_well_is_nobodys_business()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(new Uri("/health/ready", UriKind.Relative), Stop)).StatusCode);
        using var elsewhere = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "elsewhere.example" } };
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await reader.SendAsync(elsewhere, Stop)).StatusCode);
        Assert.Empty(first.Asked.Concat(second.Asked));
    }

    [Fact]
    public async Task No_readers_address_question_or_browser_is_written_down_even_when_everything_fails()
    {
        const string canary = "canary-4f1d";
        reader.DefaultRequestHeaders.Add("User-Agent", canary);
        reader.DefaultRequestHeaders.Add("Referer", $"https://{canary}.example/");
        foreach (var status in new[] { 200, 404, 500, 503 })
        {
            (first.Status, second.Status) = (status, status);
            using var answer = await reader.GetAsync(new Uri($"/{canary}?q={canary}", UriKind.Relative), Stop);
        }
        await first.DisposeAsync();
        await second.DisposeAsync();
        using var nobody = await reader.GetAsync(new Uri($"/{canary}?q={canary}", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.BadGateway, nobody.StatusCode);
        using var tooMuch = new StringContent(new string('x', 100_000));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await reader.PostAsync(new Uri($"/{canary}", UriKind.Relative), tooMuch, Stop)).StatusCode);
        using var tooLong = await reader.GetAsync(new Uri($"/{canary}{new string('y', 20_000)}", UriKind.Relative), Stop);

        var written = nginx.Written();
        Assert.Contains(" 502 ", written, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", written, StringComparison.Ordinal);
        // The nodes' own addresses are there, with their ports; a reader's would have none.
        Assert.DoesNotMatch(@"127\.0\.0\.1(?!:)", written);
    }

    [Fact]
    public async Task The_containers_nginx_starts_with_its_configuration()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["snippets"]);
        File.Copy(DeployedServer.InDeploy("nginx/archive-proxy.conf"), folder["snippets/archive-proxy.conf"]);
        await File.WriteAllTextAsync(folder["mime.types"], "types { text/css css; }", Stop);
        // The nodes' names are known among the containers alone.
        var configuration = (await File.ReadAllTextAsync(DeployedServer.InDeploy("compose/nginx.conf"), Stop))
            .Replace("server web-", "server 127.0.0.1; # web-", StringComparison.Ordinal).Replace("/tmp/", $"{folder.Path}/", StringComparison.Ordinal);
        await File.WriteAllTextAsync(folder["nginx.conf"], configuration, Stop);
        var (good, said) = await Nginx.CheckAsync(folder.Path, folder["nginx.conf"]);
        Assert.True(good, said);
    }
}
