using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Search.Index;

/// <summary>
/// Keeps the index true: the segments that hold a changed day are made anew from the posts of their days, inside the change itself.
/// </summary>
internal sealed class IndexUpkeep(ArchiveContext archive)
{
    private readonly IndexedEntries entries = new(archive);

    private readonly TermPool pool = new();

    private long nextId;

    /// <param name="days">Days of publication of posts that came, went, or changed in any way.</param>
    public async Task IndexAsync(IEnumerable<DateOnly> days, CancellationToken cancellation)
    {
        // An edition is made once: no segment, whatever became of it, has the id of another.
        nextId = (await archive.Editions.Select(edition => edition.Number).SingleAsync(cancellation) + 1) << 20;
        HashSet<string> words = new(StringComparer.Ordinal);
        foreach (var month in days.Distinct().GroupBy(day => (day.Year, day.Month)).OrderBy(month => month.Key))
        {
            foreach (var unit in Enum.GetValues<SearchUnit>())
            {
                await IndexMonthAsync(unit, [.. month.Order()], words, cancellation);
            }
        }
        await VocabularyUpkeep.AddAsync(archive, words, cancellation);
    }

    private async Task IndexMonthAsync(SearchUnit unit, List<DateOnly> days, HashSet<string> words, CancellationToken cancellation)
    {
        var first = new DateOnly(days[0].Year, days[0].Month, 1);
        var last = new DateOnly(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month));
        var segments = await archive.SearchSegments.Where(segment => segment.Unit == unit && segment.LastDay >= first && segment.LastDay <= last)
            .Select(segment => new SegmentDays(segment.Id, segment.FirstDay, segment.LastDay)).ToListAsync(cancellation);
        foreach (var region in Region.Of(days, segments))
        {
            var old = region.Segments.Select(segment => segment.Id).ToArray();
            await archive.SearchPostings.Where(posting => old.Contains(posting.SegmentId)).ExecuteDeleteAsync(cancellation);
            await archive.SearchSegments.Where(segment => old.Contains(segment.Id)).ExecuteDeleteAsync(cancellation);
            var read = await entries.ReadAsync(unit, region.First, region.Last, cancellation);
            foreach (var (number, cut) in Cuts.Of(read))
            {
                var builder = new SegmentBuilder(unit, nextId++, number, pool);
                foreach (var entry in cut)
                {
                    builder.Add(entry);
                }
                var (segment, postings) = builder.Finish();
                await archive.BulkInsertAsync([segment], cancellation);
                await archive.BulkInsertAsync(postings, cancellation);
                if (unit == SearchUnit.Headline)
                {
                    words.UnionWith(builder.Words);
                }
            }
        }
    }
}

/// <summary>Where a segment reaches.</summary>
internal sealed record SegmentDays(long Id, DateOnly First, DateOnly Last);

/// <summary>Neighbouring days of one month that are indexed together, and the segments that held them.</summary>
internal sealed record Region(DateOnly First, DateOnly Last, IReadOnlyList<SegmentDays> Segments)
{
    /// <summary>A day that no segment holds goes to the nearest, so that a month of few headlines has one segment.</summary>
    public static IEnumerable<Region> Of(IReadOnlyList<DateOnly> days, IReadOnlyList<SegmentDays> segments)
    {
        if (segments.Count == 0)
        {
            return [new(days[0], days[^1], [])];
        }
        return days.GroupBy(day => segments.MinBy(segment => Distance(segment, day))! is var nearest ? (nearest.First, nearest.Last) : default)
            .Select(group => new Region(
                group.Key.First < group.Min() ? group.Key.First : group.Min(),
                group.Key.Last > group.Max() ? group.Key.Last : group.Max(),
                // A day that is too large for one segment has several of the same days.
                [.. segments.Where(segment => segment.First == group.Key.First && segment.Last == group.Key.Last)]));
    }

    private static int Distance(SegmentDays segment, DateOnly day) =>
        day < segment.First ? segment.First.DayNumber - day.DayNumber : day > segment.Last ? day.DayNumber - segment.Last.DayNumber : 0;
}

/// <summary>Cuts entries into segments: whole days as far as they fit, filled from the oldest, because new days come after the newest.</summary>
internal static class Cuts
{
    public static IEnumerable<(int Number, List<IndexedEntry> Entries)> Of(List<IndexedEntry> newestFirst)
    {
        List<List<IndexedEntry>> days = [];
        var filled = 0;
        foreach (var day in newestFirst.GroupBy(entry => entry.Post.EndDay).Reverse())
        {
            var entries = day.ToList();
            if (days.Count > 0 && filled + entries.Count > SearchSegment.MostEntries)
            {
                yield return (0, Joined(days));
                (days, filled) = ([], 0);
            }
            if (entries.Count > SearchSegment.MostEntries)
            {
                foreach (var (chunk, number) in entries.Chunk(SearchSegment.MostEntries).Select((chunk, number) => (chunk, number)))
                {
                    yield return (number, [.. chunk]);
                }
                continue;
            }
            days.Add(entries);
            filled += entries.Count;
        }
        if (days.Count > 0)
        {
            yield return (0, Joined(days));
        }
    }

    private static List<IndexedEntry> Joined(List<List<IndexedEntry>> oldestFirst) => [.. Enumerable.Reverse(oldestFirst).SelectMany(day => day)];
}
