using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Stories;

/// <summary>Keeps <see cref="StoryMember"/> true: whoever adds, changes or removes headlines of dated posts says which days were touched.</summary>
public static class StoryUpkeep
{
    // What a change can bear on, and what bears on that: see StoryScan.Reach. A story that begins a span before may become one.
    private const int Before = StoryScan.Span + StoryScan.Reach;
    private const int After = StoryScan.Reach + StoryScan.Span;

    private const int AtOnce = 2000;

    // Days. A whole archive is grouped in stretches, so that no more than one of them is in memory.
    private const int Stretch = 366;

    /// <summary>Groups anew, inside the running transaction, what these days (<see cref="Post.SortDay"/>) bear on, and writes what has changed.</summary>
    /// <returns>The days of which a headline came to a story, left one or changed it.</returns>
    public static async Task<IReadOnlyCollection<DateOnly>> KeepStoriesAsync(this ArchiveContext archive, IEnumerable<DateOnly> days, CancellationToken cancellation = default)
    {
        SortedSet<DateOnly> changed = [];
        var touched = days.Where(day => day > DateOnly.MinValue).Select(day => day.DayNumber).Distinct().Order().ToList();
        for (var (first, i) = (0, 0); i < touched.Count; i++)
        {
            if (i + 1 == touched.Count || touched[i + 1] - touched[i] > Before + After || touched[i + 1] - touched[first] >= Stretch)
            {
                await KeepAsync(archive, touched[first], touched[i], changed, cancellation);
                first = i + 1;
            }
        }
        return changed;
    }

    /// <summary>Groups the whole archive anew, inside the running transaction: for one that has none yet, and after a change of the rule.</summary>
    public static async Task<IReadOnlyCollection<DateOnly>> MakeStoriesAsync(this ArchiveContext archive, CancellationToken cancellation = default) =>
        await archive.KeepStoriesAsync(await archive.Posts.Dated().Select(post => post.SortDay).Distinct().ToListAsync(cancellation), cancellation);

    private static async Task KeepAsync(ArchiveContext archive, int first, int last, SortedSet<DateOnly> changed, CancellationToken cancellation)
    {
        using var scan = new StoryScan();
        List<(long Id, int Day, long? Was, long Story)> found = [];
        await foreach (var (headline, was) in StoryRows.ReadAsync(archive, first - Before, last + After, cancellation))
        {
            found.Add((headline.Id, headline.Day, was, scan.Add(headline)));
        }
        var large = found.Where(one => one.Story != one.Id).Select(one => one.Story).ToHashSet();
        List<long> gone = [];
        List<StoryMember> come = [];
        foreach (var (id, day, was, story) in found)
        {
            var now = large.Contains(story) ? story : (long?)null;
            if (day < first - StoryScan.Span || day > last + StoryScan.Reach || now == was)
            {
                continue;
            }
            changed.Add(DateOnly.FromDayNumber(day));
            if (was is not null)
            {
                gone.Add(id);
            }
            if (now is not null)
            {
                come.Add(new() { HeadlineId = id, StoryId = story });
            }
        }
        foreach (var ids in gone.Chunk(AtOnce))
        {
            await archive.StoryMembers.Where(member => ids.Contains(member.HeadlineId)).ExecuteDeleteAsync(cancellation);
        }
        await archive.BulkInsertAsync(come, cancellation);
    }
}
