using Archive.Store.Naming;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Editing;

/// <summary>The rows of outlets and categories that an editor names: as they are called now or by their slugs, those of former addresses too, and new ones where there are none.</summary>
internal static class NamedRows
{
    /// <returns>Their ids, by the names that were given.</returns>
    public static Task<Dictionary<string, long>> OutletsAsync(ArchiveContext archive, IEnumerable<string> names, CancellationToken cancellation) =>
        IdsAsync(archive, NamedKind.Outlet, names, (wanted, slugs) => archive.Outlets.Where(row => wanted.Contains(row.Name) || slugs.Contains(row.Slug)).Select(row => new Called(row.Id, row.Name, row.Slug)),
            (id, name, slug) => new Outlet { Id = id, Name = name, Slug = slug }, cancellation);

    /// <returns>Their ids, by the names that were given.</returns>
    public static Task<Dictionary<string, long>> CategoriesAsync(ArchiveContext archive, IEnumerable<string> names, CancellationToken cancellation) =>
        IdsAsync(archive, NamedKind.Category, names, (wanted, slugs) => archive.Categories.Where(row => wanted.Contains(row.Name) || slugs.Contains(row.Slug)).Select(row => new Called(row.Id, row.Name, row.Slug)),
            (id, name, slug) => new Category { Id = id, Name = name, Slug = slug }, cancellation);

    /// <summary>Takes out those that nothing is called by any more.</summary>
    public static async Task TidyAsync(ArchiveContext archive, long[] outlets, long[] categories, CancellationToken cancellation)
    {
        await archive.Outlets.Where(outlet => outlets.Contains(outlet.Id)
            && !archive.Posts.Any(post => post.OutletId == outlet.Id) && !archive.Headlines.Any(headline => headline.OutletId == outlet.Id)).ExecuteDeleteAsync(cancellation);
        await archive.Categories.Where(category => categories.Contains(category.Id) && category.Posts.Count == 0).ExecuteDeleteAsync(cancellation);
    }

    private static async Task<Dictionary<string, long>> IdsAsync<TRow>(
        ArchiveContext archive, NamedKind kind, IEnumerable<string> names, Func<string[], string[], IQueryable<Called>> find, Func<long, string, string, TRow> add, CancellationToken cancellation)
        where TRow : class
    {
        var slugs = names.Distinct(StringComparer.Ordinal).ToDictionary(name => name, Slug.Of, StringComparer.Ordinal);
        if (slugs.Count == 0)
        {
            return [];
        }
        var moved = await SlugMoves.OfAsync(archive, kind, [.. slugs.Values.Distinct(StringComparer.Ordinal)], cancellation);
        slugs = slugs.ToDictionary(pair => pair.Key, pair => moved.GetValueOrDefault(pair.Value, pair.Value), StringComparer.Ordinal);
        var there = await find([.. slugs.Keys], [.. slugs.Values.Distinct(StringComparer.Ordinal)]).ToListAsync(cancellation);
        var nextId = await archive.NextIdAsync<TRow>(cancellation);
        Dictionary<string, long> ids = new(StringComparer.Ordinal);
        List<TRow> added = [];
        foreach (var (name, slug) in slugs)
        {
            var row = there.Find(one => one.Name == name) ?? there.Find(one => one.Slug == slug);
            if (row is null)
            {
                there.Add(row = new(nextId++, name, slug));
                added.Add(add(row.Id, name, slug));
            }
            ids[name] = row.Id;
        }
        await archive.BulkInsertAsync(added, cancellation);
        return ids;
    }

    private sealed record Called(long Id, string Name, string Slug);
}
