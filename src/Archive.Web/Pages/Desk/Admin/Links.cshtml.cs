using Archive.Store;
using Archive.Store.Links.Checking;
using Archive.Store.Search;
using Archive.Web.Fetching.Checking;
using Archive.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Archive.Web.Pages.Desk.Admin;

/// <summary>How checking links goes: whether it is on, what is known so far, and what the last checks found.</summary>
internal sealed class LinksModel(IDbContextFactory<ArchiveContext> store, IOptions<FetchingOptions> fetching, IOptions<SiteOptions> site, TimeProvider clock) : DeskPage
{
    private const int Shown = 30;

    public FetchingOptions Settings => fetching.Value;

    /// <summary>Whether some node is at it.</summary>
    public bool IsRunning { get; private set; }

    public int Listed { get; private set; }

    public int Due { get; private set; }

    public int Dead { get; private set; }

    /// <summary>Found gone, not yet on enough days.</summary>
    public int Doubtful { get; private set; }

    public IReadOnlyList<Check> Newest { get; private set; } = [];

    public static string DeadLinks => Permalink.Search(new SearchRequest { Link = SearchState.Dead });

    internal sealed record Check(DateTime At, LinkFinding Finding, int? Status, string? Reason, string? Url, string? Headline);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await using var archive = await store.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        IsRunning = await archive.Leases.AnyAsync(lease => lease.Name == LinkChecker.Work && lease.Until > now, cancel);
        Listed = await archive.CheckedLinks.CountAsync(cancel);
        Due = await archive.CheckedLinks.DueAt(now).CountAsync(cancel);
        Dead = await archive.CheckedLinks.Dead().CountAsync(cancel);
        Doubtful = await archive.CheckedLinks.CountAsync(link => link.GoneDays > 0 && !link.IsDead, cancel);
        Newest = await archive.LinkChecks.OrderByDescending(check => check.At).ThenByDescending(check => check.Id).Take(Shown)
            .Select(check => new Check(
                check.At, check.Finding, check.Status, check.Reason,
                archive.Headlines.Where(headline => headline.UrlKey == check.UrlKey).OrderBy(headline => headline.Id).Select(headline => headline.Url).FirstOrDefault(),
                archive.Headlines.Where(headline => headline.UrlKey == check.UrlKey).OrderBy(headline => headline.Id).Select(headline => headline.PublicId).FirstOrDefault()))
            .ToListAsync(cancel);
    }

    public string Moment(DateTime utc) => Printed.DateWords.Moment(utc, site.Value.Zone);

    public static string Said(Check check) => check.Finding switch
    {
        LinkFinding.Answers => "answers",
        LinkFinding.Gone => $"gone: {check.Reason ?? $"it answered {check.Status}"}",
        _ => $"cannot say: {check.Reason ?? $"it answered {check.Status}"}",
    };
}
