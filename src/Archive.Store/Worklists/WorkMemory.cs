using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Worklists;

/// <summary>What is costly to find out about a whole archive, kept until the next change of it. Decisions change none of it.</summary>
public sealed class WorkMemory
{
    private readonly ConcurrentDictionary<string, (long Edition, object Found)> kept = new();

    internal async Task<T> OfAsync<T>(ArchiveContext archive, string name, Func<Task<T>> find, CancellationToken cancellation)
        where T : notnull
    {
        // Before it is looked for: what changed meanwhile is looked for again in vain.
        var edition = await archive.Editions.Select(row => row.Number).SingleAsync(cancellation);
        if (kept.TryGetValue(name, out var known) && known.Edition == edition)
        {
            return (T)known.Found;
        }
        var found = await find();
        kept[name] = (edition, found);
        return found;
    }
}
