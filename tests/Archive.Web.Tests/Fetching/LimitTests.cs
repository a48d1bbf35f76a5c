using System.IO.Compression;
using System.Text;
using Archive.Web.Fetching;

namespace Archive.Web.Tests.Fetching;

/// <summary>T43: whatever a site answers, it takes no more than five seconds and two megabytes.</summary>
public sealed class LimitTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Le")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<title>")]
    [InlineData("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n")]
    public async Task A_site_that_never_ends_its_answer_is_left_after_five_seconds(string beginning)
    {
        TaskCompletionSource asked = new();
        await using var outside = new Outside(async (_, stream, cancellation) =>
        {
            await Listener.SayAsync(stream, beginning);
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
        });
        using var fetcher = outside.Fetcher();

        var fetching = fetcher.FetchAsync(HttpMethod.Get, "http://news.example/", Cancel);
        await asked.Task.WaitAsync(Cancel);
        outside.Clock.MoveOn(GuardedFetcher.Patience - TimeSpan.FromMilliseconds(1));
        Assert.False(fetching.IsCompleted);
        outside.Clock.MoveOn(TimeSpan.FromMilliseconds(1));

        Assert.Equal((FetchOutcome.NoAnswer, "no answer within 5 seconds"), await fetching is var fetched ? (fetched.Outcome, fetched.Reason) : default);
    }

    [Theory]
    [InlineData("identity")]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task No_more_than_two_megabytes_are_read_or_unfolded(string encoding)
    {
        const long TenGigabytes = 10L << 30;
        TaskCompletionSource<long> ended = new();
        await using var outside = new Outside(async (_, stream, cancellation) =>
        {
            await Listener.SayAsync(stream, $"HTTP/1.1 200 OK\r\nContent-Encoding: {encoding}\r\nConnection: close\r\n\r\n");
            var written = 0L;
            try
            {
                Stream body = encoding switch
                {
                    "gzip" => new GZipStream(stream, CompressionLevel.Fastest),
                    "br" => new BrotliStream(stream, CompressionLevel.Fastest),
                    "deflate" => new ZLibStream(stream, CompressionLevel.Fastest),
                    _ => stream,
                };
                for (var zeros = new byte[1 << 20]; written < TenGigabytes; written += zeros.Length)
                {
                    await body.WriteAsync(zeros, cancellation);
                    await body.FlushAsync(cancellation);
                }
            }
            finally
            {
                ended.SetResult(written);
            }
        });
        using var fetcher = outside.Fetcher();

        var fetched = await fetcher.FetchAsync(HttpMethod.Get, "http://news.example/", Cancel);

        Assert.Equal((FetchOutcome.Answered, GuardedFetcher.MostBytes), (fetched.Outcome, fetched.Body.Length));
        // The connection was shut in the middle of it.
        Assert.InRange(await ended.Task.WaitAsync(Cancel), 0, TenGigabytes - 1);
    }

    [Fact]
    public async Task Fields_without_end_are_not_read_to_their_end()
    {
        await using var outside = new Outside(async (_, stream, cancellation) =>
        {
            await Listener.SayAsync(stream, "HTTP/1.1 200 OK\r\n");
            for (var field = Encoding.Latin1.GetBytes($"X-More: {new string('a', 1000)}\r\n"); ; await stream.WriteAsync(field, cancellation))
            {
            }
        });
        using var fetcher = outside.Fetcher();

        Assert.Equal(FetchOutcome.NoAnswer, (await fetcher.FetchAsync(HttpMethod.Get, "http://news.example/", Cancel)).Outcome);
    }

    [Fact]
    public async Task Three_redirects_are_followed_and_no_fourth()
    {
        await using var outside = new Outside((asked, stream, _) =>
        {
            var left = asked.Split('/', ' ')[2] is var text && text.Length > 0 ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : 0;
            return Listener.SayAsync(stream, left > 0
                ? $"HTTP/1.1 301 Moved\r\nLocation: /{left - 1}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                : "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"utf-8\"\r\nSet-Cookie: a=b\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok");
        });
        using var fetcher = outside.Fetcher();

        var third = await fetcher.FetchAsync(HttpMethod.Get, "http://news.example/3", Cancel);
        Assert.Equal((FetchOutcome.Answered, 200, "text/html", "utf-8", "ok"), (third.Outcome, third.Status, third.MediaType, third.Charset, Encoding.ASCII.GetString(third.Body)));
        Assert.Equal(4, outside.Site.Hits);
        Assert.Equal((FetchOutcome.NoAnswer, "it moved more than 3 times"), await fetcher.FetchAsync(HttpMethod.Get, "http://news.example/4", Cancel) is var fourth ? (fourth.Outcome, fourth.Reason) : default);
        Assert.Equal(8, outside.Site.Hits);

        // It says whose it is, and nothing else of anybody: no cookie, referrer, trace or language.
        Assert.All(outside.Site.Asked, head => Assert.Equal(
            ["Accept", "Accept-Encoding", "Host", "User-Agent"],
            head.Split('\n').Skip(1).Where(line => line.Contains(':', StringComparison.Ordinal)).Select(line => line.Split(':')[0]).Order(StringComparer.Ordinal)));
        Assert.Contains("+https://archive.example/about", outside.Site.Asked[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_not_trusted()
    {
        using var key = System.Security.Cryptography.RSA.Create(2048);
        var request = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=news.example", key, System.Security.Cryptography.HashAlgorithmName.SHA256, System.Security.Cryptography.RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await using var listener = new TlsListener(certificate);
        await using var outside = new Outside((_, _, _) => Task.CompletedTask);
        var connection = new CheckedConnection(outside.ResolveAsync, listener.DialAsync);
        using var fetcher = new GuardedFetcher(
            connection, Microsoft.Extensions.Options.Options.Create(new Settings.FetchingOptions { Titles = true }), Microsoft.Extensions.Options.Options.Create(new Settings.SiteOptions()), TimeProvider.System);

        var fetched = await fetcher.FetchAsync(HttpMethod.Get, "https://news.example/", Cancel);

        Assert.Equal((FetchOutcome.NoAnswer, "no secure connection could be made"), (fetched.Outcome, fetched.Reason));
    }
}
