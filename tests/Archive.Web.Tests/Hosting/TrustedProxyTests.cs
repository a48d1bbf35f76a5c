using System.Net;
using Archive.Web.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.Web.Tests.Hosting;

public sealed class TrustedProxyTests(TrustedProxyTests.Behind behind, TrustedProxyTests.Alone alone)
    : IClassFixture<TrustedProxyTests.Behind>, IClassFixture<TrustedProxyTests.Alone>
{
    private const string Reader = "198.51.100.7";

    [Theory]
    // The proxy itself, alone and out of a network, and as a dual-stack socket shows it.
    [InlineData("10.0.0.5", Reader, "https", Reader, true)]
    [InlineData("10.1.77.8", Reader, "https", Reader, true)]
    [InlineData("fd00::5", Reader, "https", Reader, true)]
    [InlineData("::ffff:10.0.0.5", Reader, "https", Reader, true)]
    [InlineData("::ffff:10.1.77.8", Reader, "https", Reader, true)]
    [InlineData("10.0.0.5", Reader, "http", Reader, false)]
    [InlineData("10.0.0.5", "2001:db8::7", "https", "2001:db8::7", true)]
    // Several proxies: the right-most that is not ours is the reader, whatever stands before it.
    [InlineData("10.0.0.5", $"{Reader}, 10.1.0.1", "https, https", Reader, true)]
    [InlineData("10.0.0.5", $"10.0.0.5, {Reader}, 10.1.0.1", "https, http, https", Reader, false)]
    [InlineData("10.0.0.5", $"192.0.2.1, {Reader}", "https, http", Reader, false)]
    [InlineData("10.0.0.5", $"not an address, {Reader}", "https, https", Reader, true)]
    // Anybody else changes nothing.
    [InlineData("10.0.0.6", Reader, "https", "10.0.0.6", false)]
    [InlineData("10.2.0.1", Reader, "https", "10.2.0.1", false)]
    [InlineData("::ffff:10.0.0.6", Reader, "https", "::ffff:10.0.0.6", false)]
    [InlineData("fe80::5", Reader, "https", "fe80::5", false)]
    [InlineData("127.0.0.1", Reader, "https", "127.0.0.1", false)]
    [InlineData("192.0.2.1", "10.0.0.5, 10.0.0.5", "https, https", "192.0.2.1", false)]
    public async Task Scheme_and_address_are_believed_only_from_the_proxies_that_are_named(string peer, string forwardedFor, string forwardedScheme, string address, bool https)
    {
        var answer = await AskAsync(behind, peer, forwardedFor, forwardedScheme);

        Assert.Equal(IPAddress.Parse(address), answer.Connection.RemoteIpAddress);
        Assert.Equal(https, answer.Request.IsHttps);
        Assert.Equal(https ? ["max-age=31536000"] : [], answer.Response.Headers.StrictTransportSecurity.ToArray());
        Assert.Equal("archive.example", answer.Request.Host.Value);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("10.0.0.5")]
    public async Task Unless_one_is_named_nobody_is_believed(string peer)
    {
        var answer = await AskAsync(alone, peer, Reader, "https");

        Assert.Equal(IPAddress.Parse(peer), answer.Connection.RemoteIpAddress);
        Assert.False(answer.Request.IsHttps);
        Assert.Empty(answer.Response.Headers.StrictTransportSecurity.ToArray());
    }

    [Theory]
    [InlineData("10.0.0.5", "10.0.0.5/32")]
    [InlineData("10.1.0.0/16", "10.1.0.0/16")]
    [InlineData("::1", "::1/128")]
    [InlineData("fd00::/8", "fd00::/8")]
    [InlineData("::ffff:10.0.0.5", "10.0.0.5/32")]
    [InlineData("::ffff:10.1.0.0/112", "10.1.0.0/16")]
    [InlineData("10.1", null)]
    [InlineData("010.0.0.1", null)]
    [InlineData("10.0.0.5/8", null)]
    [InlineData("10.0.0.0/33", null)]
    [InlineData("10.0.0.0/-1", null)]
    [InlineData("10.0.0.0/8/8", null)]
    [InlineData("10.0.0.0/", null)]
    [InlineData("0.0.0.0/0", null)]
    [InlineData("::/0", null)]
    [InlineData("fe80::1%2", null)]
    [InlineData("proxy.example", null)]
    [InlineData("", null)]
    public void A_network_is_what_can_be_meant_in_one_way_only(string text, string? network) =>
        Assert.Equal(network, AddressRange.TryParse(text, out var range) ? range.ToString() : null);

    private static Task<HttpContext> AskAsync(ArchiveSite site, string peer, string forwardedFor, string forwardedScheme) => site.Server.SendAsync(context =>
    {
        context.Connection.RemoteIpAddress = IPAddress.Parse(peer);
        context.Request.Method = "GET";
        context.Request.Path = "/about";
        context.Request.Host = new("archive.example");
        context.Request.Headers["X-Forwarded-For"] = forwardedFor;
        context.Request.Headers["X-Forwarded-Proto"] = forwardedScheme;
        context.Request.Headers["X-Forwarded-Host"] = "elsewhere.example";
    }, TestContext.Current.CancellationToken);

    public sealed class Behind : ArchiveSite
    {
        protected override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
        {
            ["Site:TrustedProxies:0"] = "10.0.0.5, 10.1.0.0/16",
            ["Site:TrustedProxies:1"] = "fd00::/8",
        };
    }

    /// <summary>With the options as ASPNETCORE_FORWARDEDHEADERS_ENABLED sets them, which believes everybody.</summary>
    public sealed class Alone : ArchiveSite
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.Configure<ForwardedHeadersOptions>(options =>
            {
                options.ForwardedHeaders = ForwardedHeaders.All;
                options.KnownIPNetworks.Clear();
                options.KnownProxies.Clear();
            }));
        }
    }
}
