using Archive.Store;
using Microsoft.EntityFrameworkCore;

namespace Archive.Import.Writing;

/// <summary>Outlets and categories: known by their slugs, and called by the first of their spellings in ordinal order, whichever came first.</summary>
internal static class Named
{
    public static Outlet? Outlet(string? name) => name is null ? null : new() { Name = StoredText.Clean(name), Slug = Slug.Of(StoredText.Clean(name)) };

    public static Category Category(string name) => new() { Name = StoredText.Clean(name), Slug = Slug.Of(StoredText.Clean(name)) };

    /// <summary>Ids by slug; what is missing is added, and a better spelling taken over.</summary>
    public static Task<Dictionary<string, long>> OutletIdsAsync(ArchiveContext context, IEnumerable<Outlet> outlets, CancellationToken cancellation) =>
        IdsAsync(context, outlets, o => o.Slug, o => o.Name, o => o.Id, (o, id) => o.Id = id,
            slugs => context.Outlets.AsNoTracking().Where(o => slugs.Contains(o.Slug)), cancellation);

    /// <summary>Ids by slug; what is missing is added, and a better spelling taken over.</summary>
    public static Task<Dictionary<string, long>> CategoryIdsAsync(ArchiveContext context, IEnumerable<Category> categories, CancellationToken cancellation) =>
        IdsAsync(context, categories, c => c.Slug, c => c.Name, c => c.Id, (c, id) => c.Id = id,
            slugs => context.Categories.AsNoTracking().Where(c => slugs.Contains(c.Slug)), cancellation);

    private static async Task<Dictionary<string, long>> IdsAsync<TRow>(
        ArchiveContext context, IEnumerable<TRow> wanted, Func<TRow, string> slug, Func<TRow, string> name, Func<TRow, long> id,
        Action<TRow, long> setId, Func<List<string>, IQueryable<TRow>> bySlugs, CancellationToken cancellation)
        where TRow : class
    {
        var best = wanted.GroupBy(slug, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.MinBy(name, StringComparer.Ordinal)!, StringComparer.Ordinal);
        if (best.Count == 0)
        {
            return [];
        }
        var there = await bySlugs([.. best.Keys]).ToDictionaryAsync(slug, StringComparer.Ordinal, cancellation);
        List<TRow> added = [], renamed = [];
        var nextId = best.Count > there.Count ? await context.NextIdAsync<TRow>(cancellation) : 0;
        foreach (var (key, row) in best)
        {
            if (!there.TryGetValue(key, out var old))
            {
                setId(row, nextId++);
                added.Add(row);
            }
            else
            {
                setId(row, id(old));
                if (string.CompareOrdinal(name(row), name(old)) < 0)
                {
                    renamed.Add(row);
                }
            }
        }
        await context.BulkInsertAsync(added, cancellation);
        await context.BulkUpdateAsync(renamed, cancellation);
        return best.ToDictionary(pair => pair.Key, pair => id(pair.Value), StringComparer.Ordinal);
    }
}
