using Archive.Store.Search.Index;
using Archive.Store.Stories;

namespace Archive.Store;

/// <summary>What is kept beside the posts so that pages need not count or search through them: true again after every change, in the same transaction.</summary>
public static class Upkeep
{
    /// <summary>Whoever adds, changes, files elsewhere or removes posts says on which days (<see cref="Post.SortDay"/>), before and after.</summary>
    public static async Task KeepUpAsync(this ArchiveContext archive, IEnumerable<DateOnly> days, CancellationToken cancellation = default)
    {
        var touched = days.Distinct().Order().ToList();
        await archive.KeepStoriesAsync(touched, cancellation);
        await archive.CountAndIndexAsync(touched, cancellation);
    }

    /// <summary>All but the stories: for whoever sees to these for a longer time at once.</summary>
    internal static async Task CountAndIndexAsync(this ArchiveContext archive, IReadOnlyCollection<DateOnly> days, CancellationToken cancellation = default)
    {
        await archive.CountMonthsAsync(days, cancellation);
        await new IndexUpkeep(archive).IndexAsync(days, cancellation);
    }
}
