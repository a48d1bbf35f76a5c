using System.Net;
using System.Text.Json;

namespace Archive.Web.Tests.Hosting;

public sealed class LogTests
{
    private const string Canary = "kestrel7301";

    [Fact]
    public async Task The_log_tells_nothing_about_a_reader_and_a_failure_by_its_reference()
    {
        using var folder = new TemporaryFolder();
        await ArchiveProcess.RunAsync(folder, "import");
        // As talkative as settings can make it.
        var (archive, address) = await ArchiveProcess.ServeAsync(
            folder,
            "--Serilog:MinimumLevel:Default=Verbose",
            "--Serilog:MinimumLevel:Override:Microsoft=Verbose",
            "--Serilog:MinimumLevel:Override:System=Verbose",
            "--Site:TrustedProxies=127.0.0.1");
        using var _ = archive;
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        client.DefaultRequestHeaders.UserAgent.ParseAdd($"{Canary}/1.0");
        client.DefaultRequestHeaders.Referrer = new Uri($"https://{Canary}.example/");
        client.DefaultRequestHeaders.Add("X-Forwarded-For", $"203.0.113.7, {Canary}");
        client.DefaultRequestHeaders.Add("Cookie", $"who={Canary}");

        await AskAsync(client, $"/?q={Canary}", HttpStatusCode.OK);
        await AskAsync(client, $"/2021?name={Canary}", HttpStatusCode.OK);
        await AskAsync(client, $"/2021/02/30?{Canary}", HttpStatusCode.NotFound);
        await AskAsync(client, $"/health/ready?{Canary}", HttpStatusCode.OK);
        await AskAsync(client, $"/forged%0D%0A%1B%5B31mline%E2%80%AE?{Canary}", HttpStatusCode.NotFound);
        await folder.Store.ExecuteAsync("""ALTER TABLE "Posts" RENAME TO "Elsewhere" """, TestContext.Current.CancellationToken);
        // A page that was not asked for before, and so is not kept.
        var failure = await AskAsync(client, $"/2021/01?name={Canary}", HttpStatusCode.InternalServerError);
        var stopped = await archive.StopAsync();

        Assert.DoesNotContain(Canary, stopped.All, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("203.0.113.7", stopped.All, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', stopped.All);
        Assert.DoesNotContain('\u202e', stopped.All);
        var entries = stopped.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.DoesNotContain("127.0.0.1", string.Concat(entries.Select(entry => entry.GetRawText()).Where(entry => !entry.Contains("Now listening on", StringComparison.Ordinal))), StringComparison.Ordinal);

        var requests = entries.Where(entry => entry.GetProperty("MessageTemplate").GetString()!.StartsWith("{Method} {Route}", StringComparison.Ordinal)).ToList();
        Assert.Equal(6, requests.Count);
        Assert.All(requests, request => Assert.Equal(
            ["EventId", "Method", "Milliseconds", "Route", "SourceContext", "Status"],
            request.GetProperty("Properties").EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal)));

        var reference = entries.Select(entry => entry.GetProperty("Properties")).Where(properties => properties.TryGetProperty("Reference", out var _))
            .Select(properties => properties.GetProperty("Reference").GetString()!).ToList();
        Assert.Contains(Assert.Single(reference), failure, StringComparison.Ordinal);
        Assert.DoesNotContain("no such table", failure, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Exception", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", failure, StringComparison.Ordinal);
    }

    private static async Task<string> AskAsync(HttpClient client, string address, HttpStatusCode expected)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(expected, answer.StatusCode);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
