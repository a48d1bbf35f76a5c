using System.Collections.Concurrent;

namespace Archive.Web.Fetching.Titles;

/// <summary>What became of one address whose title was asked for.</summary>
/// <param name="Title">Null where there is none, and <paramref name="Why"/> says why.</param>
internal sealed record FetchedTitle(string Address, string? Title, string? Why);

/// <summary>Asks pages for their titles, for an editor who waits: a few hosts at a time, each by one question after the other, and not for long.</summary>
internal sealed class TitleFetcher(GuardedFetcher fetcher, TimeProvider clock)
{
    /// <summary>More are not asked for at once.</summary>
    public const int Most = 20;

    private const int HostsAtOnce = 6;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <returns>In the order of the addresses.</returns>
    public async Task<IReadOnlyList<FetchedTitle>> FetchAsync(IReadOnlyList<string> addresses, CancellationToken cancellation)
    {
        var asked = addresses.Take(Most).ToList();
        ConcurrentDictionary<string, FetchedTitle> found = new(StringComparer.Ordinal);
        using var late = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            var hosts = asked.Distinct(StringComparer.Ordinal).GroupBy(address => new Uri(address).IdnHost, StringComparer.OrdinalIgnoreCase);
            await Parallel.ForEachAsync(hosts, new ParallelOptions { MaxDegreeOfParallelism = HostsAtOnce, CancellationToken = either.Token }, async (host, stop) =>
            {
                foreach (var address in host)
                {
                    found[address] = await OneAsync(address, stop);
                }
            });
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // What was not found by now is said to be missing.
        }
        return asked.ConvertAll(address => found.GetValueOrDefault(address) ?? new(address, null, "there was no time left to ask"));
    }

    private async Task<FetchedTitle> OneAsync(string address, CancellationToken cancellation)
    {
        var fetched = await fetcher.FetchAsync(HttpMethod.Get, address, cancellation);
        if (fetched.Outcome != FetchOutcome.Answered || fetched.Status is < 200 or >= 300)
        {
            return new(address, null, fetched.Reason ?? $"the site answered {fetched.Status}");
        }
        if (fetched.MediaType is not (null or "text/html" or "application/xhtml+xml"))
        {
            return new(address, null, "it is no page");
        }
        return PageTitle.Of(fetched.Body, fetched.Charset) is { } title ? new(address, title, null) : new(address, null, "the page has no title");
    }
}
