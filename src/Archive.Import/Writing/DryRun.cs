using Archive.Import.Matching;
using Archive.Store;
using Microsoft.EntityFrameworkCore;

namespace Archive.Import.Writing;

/// <summary>Says what an import would do: reads the store where there is one, and remembers what it would have written.</summary>
internal sealed class DryRun(IDbContextFactory<ArchiveContext>? store)
{
    private readonly KnownPosts known = new();

    private readonly HashSet<string> imported = new(StringComparer.Ordinal);

    private bool? hasStore;

    /// <returns>Null where the store, or this run, has these very bytes already.</returns>
    public async Task<IReadOnlyList<Matched>?> MatchAsync(ReadSeed seed)
    {
        if (!imported.Add(seed.File.Sha256))
        {
            return null;
        }
        await using var context = store is null || hasStore == false ? null : await store.CreateDbContextAsync();
        hasStore ??= context is not null && await context.IsReadyAsync();
        if (context is null || hasStore == false)
        {
            return FileMatcher.Run(seed.File.Path, seed.Copies, seed.Parsed.Posts, known);
        }
        return await context.Sources.AnyAsync(source => source.Sha256 == seed.File.Sha256)
            ? null
            : await FileWriter.MatchAsync(context, seed, known, CancellationToken.None);
    }
}
