using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Archive.Web.Settings;
using Microsoft.Extensions.Options;

namespace Archive.Web.Fetching;

/// <summary>
/// The only place that asks anything of another site. Off unless the settings turn on what needs it; asks public hosts alone, at the address
/// that was looked at; sends nothing that tells who asked; never throws for what the other side does.
/// </summary>
internal sealed class GuardedFetcher : IDisposable
{
    public const int MostBytes = 2 * 1024 * 1024;

    public const int MostRedirects = 3;

    /// <summary>For a request with all its redirects.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly HttpMessageInvoker invoker;
    private readonly FetchingOptions fetching;
    private readonly SiteOptions site;
    private readonly TimeProvider clock;

    public GuardedFetcher(CheckedConnection connection, IOptions<FetchingOptions> fetching, IOptions<SiteOptions> site, TimeProvider clock)
    {
        (this.fetching, this.site, this.clock) = (fetching.Value, site.Value, clock);
        invoker = new(new SocketsHttpHandler
        {
            ConnectCallback = connection.OpenAsync,
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            Credentials = null,
            PreAuthenticate = false,
            ActivityHeadersPropagator = null,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli,
            MaxResponseHeadersLength = 64,
            MaxResponseDrainSize = 0,
            MaxConnectionsPerServer = 4,
            // Nothing is kept open: the next request looks at the host's address anew.
            PooledConnectionLifetime = TimeSpan.Zero,
        });
    }

    /// <summary>Asks for the head of a page, or for the page.</summary>
    /// <param name="address">As it is linked.</param>
    public async Task<Fetched> FetchAsync(HttpMethod method, string address, CancellationToken cancellation)
    {
        if (!fetching.IsOn)
        {
            return new(FetchOutcome.Refused, "fetching is turned off");
        }
        if (!Uri.TryCreate(address, UriKind.Absolute, out var target))
        {
            return new(FetchOutcome.Refused, "it is no address");
        }
        using var late = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            return await FollowAsync(method, target, either.Token);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            return Failed(e, late.IsCancellationRequested);
        }
    }

    public void Dispose() => invoker.Dispose();

    private async Task<Fetched> FollowAsync(HttpMethod method, Uri target, CancellationToken cancellation)
    {
        for (var redirects = 0; ; redirects++)
        {
            if (FetchTarget.Refusal(target) is { } refusal)
            {
                return new(FetchOutcome.Refused, redirects == 0 ? refusal : $"it moved, and {refusal}");
            }
            using var request = Request(method, target);
            using var response = await invoker.SendAsync(request, cancellation);
            if (response.Headers.Location is not { } location || (int)response.StatusCode is < 300 or >= 400)
            {
                return await ReadAsync(method, response, cancellation);
            }
            if (redirects == MostRedirects)
            {
                return new(FetchOutcome.NoAnswer, $"it moved more than {MostRedirects} times");
            }
            target = new(target, location);
        }
    }

    private HttpRequestMessage Request(HttpMethod method, Uri target)
    {
        var request = new HttpRequestMessage(method, target) { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        request.Headers.TryAddWithoutValidation("User-Agent", fetching.UserAgent(site));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("*/*", 0.5));
        return request;
    }

    private async Task<Fetched> ReadAsync(HttpMethod method, HttpResponseMessage response, CancellationToken cancellation)
    {
        var retry = response.Headers.RetryAfter;
        return new(FetchOutcome.Answered)
        {
            Status = (int)response.StatusCode,
            MediaType = response.Content.Headers.ContentType?.MediaType,
            Charset = response.Content.Headers.ContentType?.CharSet?.Trim('"', '\''),
            RetryAfter = retry?.Delta ?? (retry?.Date is { } date ? date - clock.GetUtcNow() : null),
            Body = method == HttpMethod.Head ? [] : await BeginningAsync(response.Content, cancellation),
        };
    }

    // Counted after decompression: however much a few bytes unfold to, no more of it is unfolded.
    private static async Task<byte[]> BeginningAsync(HttpContent content, CancellationToken cancellation)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (kept.Length < MostBytes && await stream.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, MostBytes - kept.Length)), cancellation) is > 0 and var read)
        {
            kept.Write(buffer, 0, read);
        }
        return kept.ToArray();
    }

    private static Fetched Failed(Exception e, bool isLate) => e switch
    {
        _ when isLate => new(FetchOutcome.NoAnswer, $"no answer within {Patience.TotalSeconds:0} seconds"),
        FetchRefusedException refused => new(FetchOutcome.Refused, refused.Message),
        HttpRequestException { InnerException: FetchRefusedException refused } => new(FetchOutcome.Refused, refused.Message),
        HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } } =>
            new(FetchOutcome.NoSuchHost, "its host has no address any more"),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => new(FetchOutcome.NoAnswer, "no secure connection could be made"),
        HttpRequestException or IOException or InvalidDataException => new(FetchOutcome.NoAnswer, "it could not be reached, or its answer not be read"),
        _ => new(FetchOutcome.NoAnswer, "its answer could not be read"),
    };
}
