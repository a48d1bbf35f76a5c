using System.Xml.Linq;

namespace Archive.Web.Tests.Feeds;

/// <summary>A feed as a feed reader gets it.</summary>
internal sealed class FeedOverHttp(HttpClient client)
{
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public async Task<XElement> ReadAsync(string address)
    {
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{address} answered {(int)answer.StatusCode}");
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType?.MediaType);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        return XElement.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public static string? LinkOf(XElement element, string relation) =>
        element.Elements(Atom + "link").SingleOrDefault(link => link.Attribute("rel")!.Value == relation)?.Attribute("href")!.Value;

    public static IReadOnlyList<XElement> EntriesOf(XElement feed) => [.. feed.Elements(Atom + "entry")];

    public static string TextOf(XElement element, string name) => element.Element(Atom + name)!.Value;
}
