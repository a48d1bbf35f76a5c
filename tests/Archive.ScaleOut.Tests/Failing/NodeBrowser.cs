using System.Collections.Concurrent;
using Archive.Store.Accounts;
using Archive.Web.Tests.Accounts;

namespace Archive.ScaleOut.Tests.Failing;

/// <summary>
/// A browser that any node of a cluster may serve. Its cookies are for HTTPS, which the server in front of the nodes would speak: here it
/// keeps them itself.
/// </summary>
internal sealed class NodeBrowser() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    private readonly ConcurrentDictionary<string, string> cookies = new(StringComparer.Ordinal);

    /// <summary>A client of the first node, signed in; it can be sent to any other.</summary>
    public static async Task<HttpClient> SignedInAsync(Cluster cluster)
    {
        var client = new HttpClient(new NodeBrowser()) { BaseAddress = cluster.Nodes[0], Timeout = TimeSpan.FromMinutes(1) };
        await Editor.SignedInAsync(new AccountRegister(cluster.Store, TimeProvider.System), client);
        return client;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var answer = await base.SendAsync(request, cancellationToken);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var (name, value) = cookie.Split(';')[0].Split('=', 2) is [var first, var second] ? (first, second) : (cookie, "");
            if (value.Length == 0)
            {
                cookies.TryRemove(name, out _);
            }
            else
            {
                cookies[name] = value;
            }
        }
        return answer;
    }
}
