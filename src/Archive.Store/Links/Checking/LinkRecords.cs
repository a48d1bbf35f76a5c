using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Links.Checking;

/// <summary>What one check found, to be recorded.</summary>
/// <param name="Status">Of the answer; null where there was none.</param>
public sealed record LinkFound(LinkFinding Finding, int? Status = null, string? Reason = null);

/// <summary>
/// Keeps the list of links that are to be checked, and what each check found. None of it is seen by readers until <see cref="LinkStates"/>
/// tells them, so it is written link by link, beside whatever else is being changed.
/// </summary>
/// <param name="between">How long a link that answered is left alone.</param>
public sealed class LinkRecords(IDbContextFactory<ArchiveContext> store, TimeSpan between)
{
    private const int AtOnce = 1000;

    // What was found gone is looked at again on another day; of what nothing can be said, the reason may have passed in some days.
    private static readonly TimeSpan AfterGone = TimeSpan.FromDays(2), AfterCannotSay = TimeSpan.FromDays(3);

    /// <summary>Puts links on the list that the archive has got since, and a key only once.</summary>
    /// <returns>How many.</returns>
    public async Task<int> EnrolAsync(DateTime now, CancellationToken cancellation = default)
    {
        await using var archive = await store.CreateDbContextAsync(cancellation);
        var added = 0;
        while (true)
        {
            var keys = await archive.Headlines
                .Where(headline => headline.UrlKey != null && headline.Url!.StartsWith("http") && !archive.CheckedLinks.Any(link => link.UrlKey == headline.UrlKey))
                .OrderBy(headline => headline.UrlKey).Select(headline => headline.UrlKey!).Take(AtOnce).ToListAsync(cancellation);
            if (keys.Count == 0)
            {
                return added;
            }
            archive.CheckedLinks.AddRange(keys.Distinct(StringComparer.Ordinal).Select(key => new CheckedLink { UrlKey = key, NextCheckAt = now }));
            added += await archive.SaveChangesAsync(cancellation);
            archive.ChangeTracker.Clear();
        }
    }

    /// <summary>Links that are to be checked now, with the address that a headline gives for each; the longest waiting first.</summary>
    public async Task<IReadOnlyList<DueLink>> DueAsync(DateTime now, int most, CancellationToken cancellation = default)
    {
        await using var archive = await store.CreateDbContextAsync(cancellation);
        var keys = await archive.CheckedLinks.DueAt(now).Take(most).Select(link => link.UrlKey).ToListAsync(cancellation);
        var urls = (await archive.Headlines.WithLink(keys).OrderBy(headline => headline.Id).Select(headline => new DueLink(headline.UrlKey!, headline.Url!)).ToListAsync(cancellation))
            .DistinctBy(link => link.UrlKey).ToDictionary(link => link.UrlKey, StringComparer.Ordinal);
        var forgotten = keys.FindAll(key => !urls.ContainsKey(key));
        if (forgotten.Count > 0)
        {
            // No headline links there any more.
            await archive.LinkChecks.Where(check => forgotten.Contains(check.UrlKey)).ExecuteDeleteAsync(cancellation);
            await archive.CheckedLinks.WithKeys(forgotten).ExecuteDeleteAsync(cancellation);
        }
        return [.. keys.Where(urls.ContainsKey).Select(key => urls[key])];
    }

    /// <summary>Lets links wait, so that others have their turn.</summary>
    public async Task PutOffAsync(IReadOnlyCollection<string> keys, DateTime until, CancellationToken cancellation = default)
    {
        await using var archive = await store.CreateDbContextAsync(cancellation);
        await archive.CheckedLinks.WithKeys(keys).ExecuteUpdateAsync(row => row.SetProperty(link => link.NextCheckAt, until), cancellation);
    }

    public async Task RecordAsync(string urlKey, LinkFound found, DateTime now, CancellationToken cancellation = default)
    {
        await using var archive = await store.CreateDbContextAsync(cancellation);
        if (await archive.CheckedLinks.FirstOrDefaultAsync(link => link.UrlKey == urlKey, cancellation) is not { } link)
        {
            return;
        }
        Judge(link, found.Finding, now);
        archive.LinkChecks.Add(new() { UrlKey = urlKey, At = now, Finding = found.Finding, Status = found.Status, Reason = found.Reason });
        await archive.SaveChangesAsync(cancellation);
        var old = await archive.LinkChecks.Of(urlKey).Skip(LinkCheck.KeptOfOne).Select(check => check.Id).ToListAsync(cancellation);
        if (old.Count > 0)
        {
            await archive.LinkChecks.Where(check => old.Contains(check.Id)).ExecuteDeleteAsync(cancellation);
        }
    }

    private void Judge(CheckedLink link, LinkFinding finding, DateTime now)
    {
        (link.LastCheckedAt, link.LastFinding) = (now, finding);
        var today = DateOnly.FromDateTime(now);
        if (finding == LinkFinding.Answers)
        {
            (link.GoneDays, link.FirstGoneOn, link.LastGoneOn) = (0, null, null);
        }
        else if (finding == LinkFinding.Gone && link.GoneDays < CheckedLink.DaysToBeDead && !(link.LastGoneOn >= today))
        {
            (link.GoneDays, link.FirstGoneOn, link.LastGoneOn) = (link.GoneDays + 1, link.FirstGoneOn ?? today, today);
        }
        link.NextCheckAt = now + finding switch
        {
            LinkFinding.Gone when link.GoneDays < CheckedLink.DaysToBeDead => AfterGone,
            LinkFinding.CannotSay => AfterCannotSay < between ? AfterCannotSay : between,
            _ => between,
        };
    }
}

/// <summary>A link that is to be checked.</summary>
public sealed record DueLink(string UrlKey, string Url);
