using System.Net;

namespace Archive.Web.Tests.Hosting;

public sealed class HeaderTests(ArchiveSite site) : IClassFixture<ArchiveSite>
{
    [Theory]
    [InlineData("GET", "/", HttpStatusCode.OK)]
    [InlineData("HEAD", "/", HttpStatusCode.OK)]
    [InlineData("GET", "/health/live", HttpStatusCode.OK)]
    [InlineData("GET", "/health/ready", HttpStatusCode.OK)]
    [InlineData("GET", "/robots.txt", HttpStatusCode.OK)]
    [InlineData("HEAD", "/robots.txt", HttpStatusCode.OK)]
    [InlineData("GET", "/opensearch.xml", HttpStatusCode.OK)]
    [InlineData("GET", "/search.json", HttpStatusCode.OK)]
    [InlineData("GET", "/no/such/page", HttpStatusCode.NotFound)]
    [InlineData("GET", "/2021/02/30", HttpStatusCode.NotFound)]
    [InlineData("POST", "/", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PUT", "/2021", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "/about", HttpStatusCode.MethodNotAllowed)]
    [InlineData("TRACE", "/", HttpStatusCode.MethodNotAllowed)]
    [InlineData("OPTIONS", "/no/such/page", HttpStatusCode.MethodNotAllowed)]
    public async Task Every_answer_carries_the_headers_that_protect_its_reader(string method, string address, HttpStatusCode expected)
    {
        using var client = site.CreateClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            Only(response, "Content-Security-Policy"));
        Assert.Equal("nosniff", Only(response, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Only(response, "Referrer-Policy"));
        Assert.Equal("same-origin", Only(response, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Only(response, "Cross-Origin-Resource-Policy"));
        Assert.Contains("geolocation=()", Only(response, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("X-Powered-By"));
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.NotNull(response.Headers.CacheControl);
        Assert.Equal(response.StatusCode == HttpStatusCode.OK && !address.StartsWith("/health", StringComparison.Ordinal), response.Headers.CacheControl.Public);
    }

    [Fact]
    public async Task Only_asking_is_allowed_and_little_can_be_sent_along()
    {
        using var client = site.CreateClient();
        using var posted = await client.PostAsync("/2021", new ByteArrayContent(new byte[10]), TestContext.Current.CancellationToken);
        Assert.Equal(["GET", "HEAD"], posted.Content.Headers.Allow);

        using var large = new HttpRequestMessage(HttpMethod.Get, "/") { Content = new ByteArrayContent(new byte[17 * 1024]) };
        using var refused = await client.SendAsync(large, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
    }

    private static string Only(HttpResponseMessage response, string header) => Assert.Single(response.Headers.GetValues(header));
}
