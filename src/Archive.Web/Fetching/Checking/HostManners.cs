using Archive.Store;
using Archive.Store.Links.Checking;
using Archive.Web.Settings;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Fetching.Checking;

/// <summary>
/// How one host is asked: one request at a time, none before the pause after the last is over, and nothing that its robots.txt asks to leave.
/// What it said is kept in the store, so that a restart or another node asks no sooner.
/// </summary>
internal sealed class HostManners(IDbContextFactory<ArchiveContext> store, GuardedFetcher fetcher, TimeSpan between, TimeProvider clock)
{
    private const int MostRobots = 64 * 1024;

    private static readonly TimeSpan RobotsHold = TimeSpan.FromDays(1);

    private CheckedHost row = null!;
    private RobotsRules rules = RobotsRules.AllowAll;

    /// <summary>From when on the host may be asked again.</summary>
    public DateTime NotBefore => row.NotBefore;

    public async Task MeetAsync(string host, CancellationToken cancellation)
    {
        await using var archive = await store.CreateDbContextAsync(cancellation);
        row = await archive.CheckedHosts.AsNoTracking().FirstOrDefaultAsync(known => known.Host == host, cancellation) ?? new() { Host = host };
        rules = RobotsRules.Read(row.Robots ?? "", FetchingOptions.Product);
    }

    /// <summary>Asks for a page, when the host may be asked.</summary>
    /// <returns>Null where robots.txt asks to leave the page alone.</returns>
    public async Task<Fetched?> AskAsync(HttpMethod method, Uri page, CancellationToken cancellation)
    {
        if (row.RobotsAt is null || Now - row.RobotsAt > RobotsHold)
        {
            if (await AskRobotsAsync(page, cancellation) is { } silent)
            {
                return silent;
            }
        }
        return rules.Allows(page.PathAndQuery) ? await FetchAsync(method, page, cancellation) : null;
    }

    private TimeSpan Pause => rules.Delay > between ? rules.Delay.Value : between;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    // Where the file does not exist, nothing is asked for; where it cannot be had, nothing is known, and the site is left alone.
    private async Task<Fetched?> AskRobotsAsync(Uri page, CancellationToken cancellation)
    {
        var fetched = await FetchAsync(HttpMethod.Get, new(page, "/robots.txt"), cancellation);
        if (fetched.Outcome != FetchOutcome.Answered || fetched.Status is 429 or >= 500)
        {
            return fetched.Outcome == FetchOutcome.NoSuchHost ? fetched : new(FetchOutcome.NoAnswer, "its robots.txt could not be asked for");
        }
        var text = fetched.Status is >= 200 and < 300 ? System.Text.Encoding.UTF8.GetString(fetched.Body.AsSpan(0, Math.Min(fetched.Body.Length, MostRobots))) : "";
        (row.Robots, row.RobotsAt) = (StoredText.Clean(text), Now);
        rules = RobotsRules.Read(text, FetchingOptions.Product);
        row.NotBefore = Now + Pause;
        await SaveAsync(cancellation);
        return null;
    }

    private async Task<Fetched> FetchAsync(HttpMethod method, Uri page, CancellationToken cancellation)
    {
        if (row.NotBefore > Now)
        {
            await Task.Delay(row.NotBefore - Now, clock, cancellation);
        }
        var fetched = await fetcher.FetchAsync(method, page.AbsoluteUri, cancellation);
        row.NotBefore = Now + (LinkVerdict.Rest(fetched) is { } rest && rest > Pause ? rest : Pause);
        await SaveAsync(cancellation);
        return fetched;
    }

    private async Task SaveAsync(CancellationToken cancellation)
    {
        await using var archive = await store.CreateDbContextAsync(cancellation);
        archive.Entry(row).State = await archive.CheckedHosts.AnyAsync(known => known.Host == row.Host, cancellation) ? EntityState.Modified : EntityState.Added;
        await archive.SaveChangesAsync(cancellation);
        archive.Entry(row).State = EntityState.Detached;
    }
}
