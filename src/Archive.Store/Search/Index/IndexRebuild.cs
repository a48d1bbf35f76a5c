using Archive.Store.History.Auditing;
using Archive.Store.Stories;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Search.Index;

/// <summary>How far a rebuild has come, in months.</summary>
public sealed record RebuildProgress(int Done, int Of, string? Month);

/// <summary>
/// Makes what is kept beside the posts anew, stories a year at a time and the index a month at a time, each a change of its own: for an archive
/// from before there was a search, and for one whose index somebody doubts. Stopped half-way, it goes on where it was.
/// </summary>
public sealed class IndexRebuild(IDbContextFactory<ArchiveContext> store)
{
    /// <param name="all">Every month; otherwise those whose posts are not all in the index.</param>
    /// <returns>How many months were made anew.</returns>
    public async Task<int> RunAsync(bool all, IProgress<RebuildProgress>? progress = null, CancellationToken cancellation = default)
    {
        var months = await MonthsAsync(all, cancellation);
        // First, as a month that is in the index is not looked at again; a year at once, as each stretch reads four weeks on either side.
        foreach (var year in months.GroupBy(month => month.Year))
        {
            cancellation.ThrowIfCancellationRequested();
            await using var write = await ArchiveWrite.BeginAsync(store, cancellation);
            await write.Archive.KeepStoriesAsync(year.SelectMany(Days), cancellation);
            await write.CommitAsync(AuditEntry.OfCommand("reindex", $"stories of {year.Key}"));
        }
        for (var i = 0; i < months.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var first = months[i];
            progress?.Report(new(i, months.Count, $"{first:yyyy-MM}"));
            await using var write = await ArchiveWrite.BeginAsync(store, cancellation);
            await write.Archive.CountAndIndexAsync([.. Days(first)], cancellation);
            await write.CommitAsync(AuditEntry.OfCommand("reindex", $"{first:yyyy-MM}"));
        }
        progress?.Report(new(months.Count, months.Count, null));
        return months.Count;
    }

    /// <summary>Whether some post is not in the index, or is there no more.</summary>
    public async Task<bool> IsNeededAsync(CancellationToken cancellation = default) => (await MonthsAsync(all: false, cancellation)).Count > 0;

    private static IEnumerable<DateOnly> Days(DateOnly month) => Enumerable.Range(0, DateTime.DaysInMonth(month.Year, month.Month)).Select(month.AddDays);

    // First days of months, the newest first; undated posts stand in the first month there is.
    private async Task<List<DateOnly>> MonthsAsync(bool all, CancellationToken cancellation)
    {
        await using var archive = await store.CreateDbContextAsync(cancellation);
        // By days: PostgreSQL knows no month of the first day there is.
        var posts = (await archive.Posts.GroupBy(post => post.SortDay).Select(day => new { Day = day.Key, Count = day.Count() }).ToListAsync(cancellation))
            .GroupBy(day => new DateOnly(day.Day.Year, day.Day.Month, 1)).ToDictionary(month => month.Key, month => month.Sum(day => day.Count));
        var indexed = (await archive.SearchSegments.Where(segment => segment.Unit == SearchUnit.Post)
            .Select(segment => new { segment.LastDay, segment.Count }).ToListAsync(cancellation))
            .GroupBy(segment => new DateOnly(segment.LastDay.Year, segment.LastDay.Month, 1)).ToDictionary(month => month.Key, month => month.Sum(segment => segment.Count));
        return [.. posts.Keys.Union(indexed.Keys).Where(month => all || posts.GetValueOrDefault(month) != indexed.GetValueOrDefault(month)).OrderDescending()];
    }
}
