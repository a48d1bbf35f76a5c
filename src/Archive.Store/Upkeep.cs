using Archive.Store.Search.Index;
using Archive.Store.Stories;

namespace Archive.Store;

/// <summary>What is kept beside the posts so that pages need not count or search through them: true again after every change, in the same transaction.</summary>
internal static class Upkeep
{
    /// <param name="days">The days that were touched, each once, in order.</param>
    public static async Task KeepUpAsync(this ArchiveContext archive, IReadOnlyList<DateOnly> days, CancellationToken cancellation = default)
    {
        await archive.KeepStoriesAsync(days, cancellation);
        await archive.CountAndIndexAsync(days, cancellation);
    }

    /// <summary>All but the stories: for whoever sees to these for a longer time at once.</summary>
    public static async Task CountAndIndexAsync(this ArchiveContext archive, IReadOnlyCollection<DateOnly> days, CancellationToken cancellation = default)
    {
        await archive.CountMonthsAsync(days, cancellation);
        await new IndexUpkeep(archive).IndexAsync(days, cancellation);
    }
}
