using Archive.Store;
using Archive.Store.Naming;
using Microsoft.EntityFrameworkCore;

namespace Archive.Import.Writing;

/// <summary>Outlets and categories: known by their slugs, and called by the first of their spellings in ordinal order, whichever came first; but editors know better, and what they moved is found where it is now.</summary>
internal static class Named
{
    public static Outlet? Outlet(string? name) => name is null ? null : new() { Name = StoredText.Clean(name), Slug = Slug.Of(StoredText.Clean(name)) };

    public static Category Category(string name) => new() { Name = StoredText.Clean(name), Slug = Slug.Of(StoredText.Clean(name)) };

    /// <summary>Ids by slug; what is missing is added, and a better spelling taken over.</summary>
    public static Task<Dictionary<string, long>> OutletIdsAsync(ArchiveContext context, IEnumerable<Outlet> outlets, CancellationToken cancellation) =>
        IdsAsync(context, NamedKind.Outlet, outlets, o => o.Slug, o => o.Name, o => o.Id, o => o.IsNamed, (o, id, slug) => (o.Id, o.Slug) = (id, slug),
            slugs => context.Outlets.AsNoTracking().Where(o => slugs.Contains(o.Slug)), cancellation);

    /// <summary>Ids by slug; what is missing is added, and a better spelling taken over.</summary>
    public static Task<Dictionary<string, long>> CategoryIdsAsync(ArchiveContext context, IEnumerable<Category> categories, CancellationToken cancellation) =>
        IdsAsync(context, NamedKind.Category, categories, c => c.Slug, c => c.Name, c => c.Id, c => c.IsNamed, (c, id, slug) => (c.Id, c.Slug) = (id, slug),
            slugs => context.Categories.AsNoTracking().Where(c => slugs.Contains(c.Slug)), cancellation);

    private static async Task<Dictionary<string, long>> IdsAsync<TRow>(
        ArchiveContext context, NamedKind kind, IEnumerable<TRow> wanted, Func<TRow, string> slug, Func<TRow, string> name, Func<TRow, long> id, Func<TRow, bool> isNamed,
        Action<TRow, long, string> set, Func<List<string>, IQueryable<TRow>> bySlugs, CancellationToken cancellation)
        where TRow : class
    {
        var printed = wanted.ToLookup(slug, StringComparer.Ordinal);
        if (printed.Count == 0)
        {
            return [];
        }
        var moved = await SlugMoves.OfAsync(context, kind, [.. printed.Select(group => group.Key)], cancellation);
        var best = printed.GroupBy(group => moved.GetValueOrDefault(group.Key, group.Key), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.SelectMany(rows => rows).MinBy(name, StringComparer.Ordinal)!, StringComparer.Ordinal);
        var there = await bySlugs([.. best.Keys]).ToDictionaryAsync(slug, StringComparer.Ordinal, cancellation);
        List<TRow> added = [], renamed = [];
        var nextId = best.Count > there.Count ? await context.NextIdAsync<TRow>(cancellation) : 0;
        foreach (var (key, row) in best)
        {
            if (!there.TryGetValue(key, out var old))
            {
                set(row, nextId++, key);
                added.Add(row);
            }
            else
            {
                set(row, id(old), key);
                if (!isNamed(old) && !moved.ContainsValue(key) && string.CompareOrdinal(name(row), name(old)) < 0)
                {
                    renamed.Add(row);
                }
            }
        }
        await context.BulkInsertAsync(added, cancellation);
        await context.BulkUpdateAsync(renamed, cancellation);
        var ids = best.ToDictionary(pair => pair.Key, pair => id(pair.Value), StringComparer.Ordinal);
        return printed.Select(group => group.Key).Union(best.Keys, StringComparer.Ordinal).ToDictionary(key => key, key => ids[moved.GetValueOrDefault(key, key)], StringComparer.Ordinal);
    }
}
