using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Archive.Web.Fetching;

namespace Archive.Web.Tests.Fetching;

/// <summary>T43: nothing that somebody pastes makes the server ask anything of its own network.</summary>
public sealed class GuardTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_form_of_an_address_reaches_what_is_not_public()
    {
        await using var outside = new Outside((_, stream, _) => Listener.SayAsync(stream, "HTTP/1.1 204 No Content\r\n\r\n"));
        using var fetcher = outside.Fetcher();
        var forms = TargetForms.Written.Select(form => form.Replace("PORT", outside.Canary.At.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)).ToList();
        Assert.True(forms.Count >= 80);

        foreach (var form in forms)
        {
            var fetched = await fetcher.FetchAsync(HttpMethod.Get, form, Cancel);
            Assert.True(fetched.Outcome == FetchOutcome.Refused, $"{form} came to {fetched}");
        }

        Assert.Equal((0, 0), (outside.Canary.Hits, outside.Site.Hits));
        Assert.Empty(outside.Resolved);
    }

    [Fact]
    public async Task No_redirect_reaches_what_is_not_public()
    {
        List<string> targets = [.. TargetForms.Written.Where(form => form.StartsWith("http", StringComparison.Ordinal) && form.All(char.IsAscii) && !form.Contains('\t', StringComparison.Ordinal))];
        await using var outside = new Outside((asked, stream, _) => Listener.SayAsync(stream, int.TryParse(asked.Split('/', ' ')[2], NumberStyles.None, CultureInfo.InvariantCulture, out var i)
            ? $"HTTP/1.1 302 Found\r\nLocation: {targets[i].Replace("PORT", "8080", StringComparison.Ordinal)}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            : "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"));
        using var fetcher = outside.Fetcher();

        var refused = 0;
        for (var i = 0; i < targets.Count; i++)
        {
            // What is no address of its own leads back to the site itself, and may be answered there.
            refused += (await fetcher.FetchAsync(HttpMethod.Get, $"http://news.example/{i}", Cancel)).Outcome == FetchOutcome.Refused ? 1 : 0;
        }

        Assert.Equal(0, outside.Canary.Hits);
        Assert.True(outside.Site.Hits >= targets.Count);
        Assert.InRange(refused, 80, targets.Count);
    }

    [Fact]
    public async Task No_name_leads_to_what_is_not_public_not_even_when_it_changes_its_mind()
    {
        await using var outside = new Outside((_, stream, _) => Listener.SayAsync(stream, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        using var fetcher = outside.Fetcher();

        foreach (var (addresses, i) in TargetForms.LedTo.Select((addresses, i) => (addresses, i)))
        {
            outside.Names[$"n{i}.example"] = new([[.. addresses.Split(' ').Select(IPAddress.Parse)]]);
            var fetched = await fetcher.FetchAsync(HttpMethod.Get, $"http://n{i}.example/", Cancel);
            Assert.True(fetched is { Outcome: FetchOutcome.Refused, Reason: "its name leads to an address that is not public" }, $"{addresses} came to {fetched}");
        }
        outside.Names["rebound.example"] = new([[Outside.SiteAddress], [IPAddress.Loopback]]);
        Assert.Equal(200, (await fetcher.FetchAsync(HttpMethod.Get, "http://rebound.example/", Cancel)).Status);
        Assert.Single(outside.Resolved, "rebound.example");
        Assert.Equal(FetchOutcome.Refused, (await fetcher.FetchAsync(HttpMethod.Get, "http://rebound.example/", Cancel)).Outcome);

        Assert.Equal((0, 1), (outside.Canary.Hits, outside.Site.Hits));
    }

    [Fact]
    public async Task Without_the_guard_the_same_forms_reach_the_canary()
    {
        await using var outside = new Outside((_, stream, _) => Listener.SayAsync(stream, "HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/\r\nConnection: close\r\n\r\n"));
        outside.Names["rebound.example"] = new([[Outside.SiteAddress], [IPAddress.Loopback]]);
        using var naive = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellation) => await outside.DialAsync(
                new(IPAddress.TryParse(context.DnsEndPoint.Host, out var literal) ? literal : (await outside.ResolveAsync(context.DnsEndPoint.Host, cancellation))[0], context.DnsEndPoint.Port), cancellation),
        });

        // A short form, IPv4 inside IPv6, a redirect, and a name that was looked at before it was connected to.
        Assert.Equal(Outside.SiteAddress, (await outside.ResolveAsync("rebound.example", Cancel))[0]);
        foreach (var (form, hits) in new[] { ("http://2130706433/", 1), ("http://[::ffff:127.0.0.1]/", 2), ("http://news.example/", 3), ("http://rebound.example/", 4) })
        {
            Assert.Equal("here", await naive.GetStringAsync(form, Cancel));
            Assert.Equal(hits, outside.Canary.Hits);
        }
    }

    [Fact]
    public async Task Nothing_is_resolved_or_connected_to_while_fetching_is_off()
    {
        await using var outside = new Outside((_, stream, _) => Listener.SayAsync(stream, "HTTP/1.1 200 OK\r\n\r\n"));
        using var fetcher = outside.Fetcher(isOn: false);

        Assert.Equal(FetchOutcome.Refused, (await fetcher.FetchAsync(HttpMethod.Get, "http://news.example/", Cancel)).Outcome);

        Assert.Empty(outside.Resolved);
        Assert.Equal(0, outside.Site.Hits);
    }

    [Fact]
    public async Task A_name_without_an_address_is_told_from_a_host_that_does_not_answer()
    {
        await using var outside = new Outside((_, _, _) => Task.CompletedTask);
        var dead = new CheckedConnection((_, _) => throw new SocketException((int)SocketError.HostNotFound), outside.DialAsync);
        var away = new CheckedConnection((_, _) => throw new SocketException((int)SocketError.TryAgain), outside.DialAsync);

        Assert.Equal(FetchOutcome.NoSuchHost, await OutcomeAsync(dead));
        Assert.Equal(FetchOutcome.NoAnswer, await OutcomeAsync(away));
        Assert.Equal(FetchOutcome.NoAnswer, await OutcomeAsync(outside.Connection));

        async Task<FetchOutcome> OutcomeAsync(CheckedConnection connection)
        {
            using var fetcher = new GuardedFetcher(
                connection, Microsoft.Extensions.Options.Options.Create(new Settings.FetchingOptions { Titles = true }), Microsoft.Extensions.Options.Options.Create(new Settings.SiteOptions()), TimeProvider.System);
            return (await fetcher.FetchAsync(HttpMethod.Get, "http://news.example/", Cancel)).Outcome;
        }
    }
}
