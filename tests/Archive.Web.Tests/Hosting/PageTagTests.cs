using System.Net;
using System.Net.Http.Headers;

namespace Archive.Web.Tests.Hosting;

public sealed class PageTagTests(ArchiveSite site) : IClassFixture<ArchiveSite>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/2021")]
    [InlineData("/about")]
    public async Task A_page_that_has_not_changed_is_not_sent_again(string address)
    {
        using var client = site.CreateClient();
        using var first = await client.GetAsync(address, TestContext.Current.CancellationToken);
        var tag = first.Headers.ETag;
        Assert.NotNull(tag);

        using var again = await AskAsync(client, HttpMethod.Get, address, tag);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(tag, again.Headers.ETag);
        Assert.True(again.Headers.CacheControl?.Public);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.True(again.Headers.Contains("Content-Security-Policy"));

        using var other = await AskAsync(client, HttpMethod.Get, address, new EntityTagHeaderValue("\"another\""));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal(tag, other.Headers.ETag);

        using var head = await AskAsync(client, HttpMethod.Head, address, null);
        Assert.Equal((tag, first.Content.Headers.ContentLength), (head.Headers.ETag, head.Content.Headers.ContentLength));
    }

    [Fact]
    public async Task What_is_not_there_has_no_tag_however_it_is_asked_for()
    {
        using var client = site.CreateClient();
        using var answer = await AskAsync(client, HttpMethod.Get, "/no/such/page", EntityTagHeaderValue.Any);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Null(answer.Headers.ETag);
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, HttpMethod method, string address, EntityTagHeaderValue? known)
    {
        using var request = new HttpRequestMessage(method, address);
        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(known);
        }
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
