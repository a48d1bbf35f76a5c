using Archive.Store;
using Archive.Store.Links.Checking;
using Archive.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Archive.Web.Fetching.Checking;

/// <summary>What came of checking links.</summary>
internal sealed record LinkCheckReport(int Answered, int Gone, int CannotSay, int Died, int CameBack)
{
    public int Checked => Answered + Gone + CannotSay;
}

/// <summary>
/// Checks the links that are due, one request after the other and the hosts in turn. Each check is kept when it is done: stopped at any
/// moment, nothing is lost, and the next run goes on.
/// </summary>
internal sealed class LinkChecker(IDbContextFactory<ArchiveContext> store, GuardedFetcher fetcher, IOptions<FetchingOptions> fetching, TimeProvider clock)
{
    /// <summary>The work that one process does at a time.</summary>
    public const string Work = "links";

    /// <summary>Much longer than a check takes.</summary>
    public static readonly TimeSpan LeaseLength = TimeSpan.FromMinutes(10);

    private const int AtOnce = 500, MostOfHost = 20;

    // A host that wants a longer rest is left for the next run.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2), PutOff = TimeSpan.FromHours(1);

    private readonly LinkRecords records = new(store, TimeSpan.FromDays(fetching.Value.DaysBetween));
    private readonly LeaseKeeper lease = new(store, clock);
    private readonly Dictionary<LinkFinding, int> found = [];
    private bool hasHeardOfAny;

    /// <param name="limit">So many links at most.</param>
    /// <returns>Null where another process is at it.</returns>
    public async Task<LinkCheckReport?> RunAsync(int limit, IProgress<LinkCheckReport>? progress, CancellationToken cancellation)
    {
        if (!await lease.TakeAsync(Work, LeaseLength, cancellation))
        {
            return null;
        }
        found.Clear();
        try
        {
            await records.EnrolAsync(Now, cancellation);
            while (Report(default).Checked is var done && done < limit && await CheckSomeAsync(limit - done, progress, cancellation))
            {
            }
            return Report(await new LinkStates(store).ApplyAsync(cancellation));
        }
        finally
        {
            await lease.GiveBackAsync(Work, CancellationToken.None);
        }
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private LinkCheckReport Report((int Died, int CameBack) states) => new(
        found.GetValueOrDefault(LinkFinding.Answers), found.GetValueOrDefault(LinkFinding.Gone), found.GetValueOrDefault(LinkFinding.CannotSay), states.Died, states.CameBack);

    // False where nothing is due that could be asked for soon.
    private async Task<bool> CheckSomeAsync(int limit, IProgress<LinkCheckReport>? progress, CancellationToken cancellation)
    {
        var due = await records.DueAsync(Now, AtOnce, cancellation);
        var hosts = due.GroupBy(link => new Uri(link.Url).IdnHost.ToLowerInvariant(), StringComparer.Ordinal).ToList();
        await records.PutOffAsync([.. hosts.SelectMany(host => host.Skip(MostOfHost)).Select(link => link.UrlKey)], Now + PutOff, cancellation);
        List<(HostManners Host, Queue<DueLink> Links)> waiting = [];
        foreach (var host in hosts)
        {
            var manners = new HostManners(store, fetcher, TimeSpan.FromSeconds(fetching.Value.SecondsBetween), clock);
            await manners.MeetAsync(host.Key, cancellation);
            waiting.Add((manners, new(host.Take(MostOfHost))));
        }
        for (; waiting.Count > 0 && limit > 0; limit--)
        {
            var next = waiting.MinBy(one => one.Host.NotBefore);
            if (next.Host.NotBefore > Now + LongestWait)
            {
                await records.PutOffAsync([.. waiting.SelectMany(one => one.Links).Select(link => link.UrlKey)], Now + PutOff, cancellation);
                return false;
            }
            var link = next.Links.Dequeue();
            await CheckAsync(next.Host, link, cancellation);
            progress?.Report(Report(default));
            waiting.RemoveAll(one => one.Links.Count == 0);
            if (!await lease.TakeAsync(Work, LeaseLength, cancellation))
            {
                return false;
            }
        }
        return due.Count > 0;
    }

    private async Task CheckAsync(HostManners host, DueLink link, CancellationToken cancellation)
    {
        var page = new Uri(link.Url);
        var refusal = FetchTarget.Refusal(page);
        var fetched = refusal is not null ? new(FetchOutcome.Refused, refusal) : await host.AskAsync(HttpMethod.Head, page, cancellation);
        if (fetched is not null && LinkVerdict.NeedsPage(fetched))
        {
            fetched = await host.AskAsync(HttpMethod.Get, page, cancellation);
        }
        hasHeardOfAny |= fetched?.Outcome == FetchOutcome.Answered;
        var verdict = fetched is null ? new(LinkFinding.CannotSay, Reason: "its robots.txt asks that it be left alone") : LinkVerdict.Of(fetched);
        if (fetched?.Outcome == FetchOutcome.NoSuchHost && !hasHeardOfAny)
        {
            // Where no name leads anywhere, it is our own network that is out of order.
            verdict = new(LinkFinding.CannotSay, Reason: "its host was not found, and no other site has answered either");
        }
        await records.RecordAsync(link.UrlKey, verdict, Now, cancellation);
        found[verdict.Finding] = found.GetValueOrDefault(verdict.Finding) + 1;
    }
}
