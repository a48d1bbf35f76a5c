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
        await archive.CountMonthsAsync(touched, cancellation);
        await archive.KeepStoriesAsync(touched, cancellation);
        await new IndexUpkeep(archive).IndexAsync(touched, cancellation);
    }
}
