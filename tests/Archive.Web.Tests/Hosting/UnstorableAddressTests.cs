using System.Net;

namespace Archive.Web.Tests.Hosting;

/// <summary>An address may hold what no database keeps; it finds nothing, and breaks nothing.</summary>
public sealed class UnstorableAddressTests
{
    // NUL, blanks, controls, a noncharacter, half a surrogate pair as UTF-8 would spell it, a byte that is no UTF-8, a quote, a wildcard.
    private static readonly string[] Texts = ["%00", "%20", "%0A", "%E2%80%A8", "a%00b", "%01", "%1F", "%7F", "%C2%85", "%C2%9F", "%EF%BF%BE", "%ED%A0%80", "%ED%BF%BF", "%FF", "%27", "%25", "_", "%5C", "%F0%90%90%80"];

    private static readonly string[] Places =
    [
        "/{0}", "/outlets/{0}", "/outlets?from={0}", "/categories/{0}", "/categories?from={0}", "/headlines/{0}", "/headlines/{0}/source", "/undated/{0}", "/undated/{0}/source",
        "/2021/01/29/{0}", "/2021/01/29/{0}/source", "/2021/{0}", "/?before={0}", "/?before=2021-01-29~{0}~1", "/?after=~{0}~1", "/undated?before=~{0}~1", "/2021/01?before={0}",
        "/2021/01/29/uyghur-news?from={0}", "/2021/01/29/uyghur-news/source?file={0}", "/status/{0}", "/about?{0}={0}", "/outlets/bbc?before=2021-01-29~{0}~1", "/calendar?year={0}",
        "/search?q={0}", "/search.json?q={0}", "/search?q=x&from={0}&to={0}&kind={0}&link={0}&sort={0}&exact={0}", "/search?q=x&outlet={0}", "/search?q=x&category={0}",
        "/search?q=x&topic={0}", "/search?q=x&form={0}", "/search?q=uyghur&without={0}", "/search?q=x&after={0}", "/search.json?q=x&before=2021-01-29~{0}",
    ];

    [Fact]
    public async Task No_address_breaks_a_page()
    {
        using var folder = new TemporaryFolder();
        await ArchiveProcess.RunAsync(folder, "import");
        var (archive, address) = await ArchiveProcess.ServeAsync(folder);
        using var _ = archive;
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        List<string> broken = [];
        foreach (var asked in Places.SelectMany(place => Texts.Select(text => place.Replace("{0}", text, StringComparison.Ordinal))))
        {
            using var answer = await client.GetAsync(new Uri(asked, UriKind.Relative), TestContext.Current.CancellationToken);
            if (answer.StatusCode >= HttpStatusCode.InternalServerError)
            {
                broken.Add($"{asked} answers {(int)answer.StatusCode}");
            }
        }

        Assert.Empty(broken);
    }
}
