using System.Text.Json;
using System.Text.Json.Nodes;
using Archive.Store.Naming;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Removal;

/// <summary>
/// Outlets and categories by their slugs, beside the rows that name them by number: while a post is away its outlet may be joined with another
/// or go, and the number be given again.
/// </summary>
internal sealed class RemovedNames
{
    private const string OutletsKey = "$outlets";

    private const string CategoriesKey = "$categories";

    private readonly Dictionary<long, long> ofOutlets = [];

    private HashSet<long> thereYet = [];

    /// <summary>The numbers that categories have now, by those that they had.</summary>
    public Dictionary<long, long> Categories { get; } = [];

    public static async Task WriteAsync(ArchiveContext archive, JsonObject rows, CancellationToken cancellation)
    {
        var outlets = Numbers(rows, nameof(Post), nameof(Post.OutletId)).Concat(Numbers(rows, nameof(Headline), nameof(Headline.OutletId))).Distinct().ToList();
        var categories = Numbers(rows, nameof(PostCategory), nameof(PostCategory.CategoryId)).ToList();
        if (outlets.Count > 0)
        {
            rows[OutletsKey] = JsonSerializer.SerializeToNode(await archive.Outlets.Where(outlet => outlets.Contains(outlet.Id)).Select(outlet => new Numbered(outlet.Id, outlet.Slug, outlet.Name)).ToListAsync(cancellation));
        }
        if (categories.Count > 0)
        {
            rows[CategoriesKey] = JsonSerializer.SerializeToNode(await archive.Categories.Where(category => categories.Contains(category.Id)).Select(category => new Numbered(category.Id, category.Slug, category.Name)).ToListAsync(cancellation));
        }
    }

    /// <summary>What they are numbered now; what is gone is made again.</summary>
    public static async Task<RemovedNames> ReadAsync(ArchiveContext archive, JsonObject rows, CancellationToken cancellation)
    {
        var names = new RemovedNames();
        var (outlets, categories) = (Read(rows, OutletsKey), Read(rows, CategoriesKey));
        (outlets, categories) = (await MovedAsync(archive, NamedKind.Outlet, outlets, cancellation), await MovedAsync(archive, NamedKind.Category, categories, cancellation));
        var (outletSlugs, categorySlugs) = (outlets.ConvertAll(name => name.Slug), categories.ConvertAll(name => name.Slug));
        await MatchAsync(archive, outlets, await archive.Outlets.AsNoTracking().Where(outlet => outletSlugs.Contains(outlet.Slug)).ToDictionaryAsync(outlet => outlet.Slug, outlet => outlet.Id, cancellation),
            (name, id) => new Outlet { Id = id, Slug = name.Slug, Name = name.Name }, names.ofOutlets, cancellation);
        await MatchAsync(archive, categories, await archive.Categories.AsNoTracking().Where(category => categorySlugs.Contains(category.Slug)).ToDictionaryAsync(category => category.Slug, category => category.Id, cancellation),
            (name, id) => new Category { Id = id, Slug = name.Slug, Name = name.Name }, names.Categories, cancellation);
        var sources = Numbers(rows, nameof(SourceProblem), nameof(SourceProblem.SourceId)).Distinct().ToList();
        names.thereYet = await archive.Sources.Where(source => sources.Contains(source.Id)).Select(source => source.Id).ToHashSetAsync(cancellation);
        return names;
    }

    /// <summary>Points a row to what it names. False for one that names a file which is gone.</summary>
    public bool Point(object row)
    {
        switch (row)
        {
            case Post { OutletId: { } outlet } post:
                post.OutletId = ofOutlets.GetValueOrDefault(outlet, outlet);
                break;
            case Headline { OutletId: { } outlet } headline:
                headline.OutletId = ofOutlets.GetValueOrDefault(outlet, outlet);
                break;
            case PostCategory filed:
                filed.CategoryId = Categories.GetValueOrDefault(filed.CategoryId, filed.CategoryId);
                break;
            case SourceProblem problem:
                return thereYet.Contains(problem.SourceId);
        }
        return true;
    }

    // By its new name, where an editor gave it one meanwhile.
    private static async Task<List<Numbered>> MovedAsync(ArchiveContext archive, NamedKind kind, List<Numbered> names, CancellationToken cancellation)
    {
        var slugs = names.ConvertAll(name => name.Slug);
        var moves = await archive.SlugMoves.Where(move => move.Kind == kind && slugs.Contains(move.OldSlug)).ToDictionaryAsync(move => move.OldSlug, move => move.Slug, cancellation);
        return names.ConvertAll(name => name with { Slug = moves.GetValueOrDefault(name.Slug, name.Slug) });
    }

    private static async Task MatchAsync<TRow>(ArchiveContext archive, List<Numbered> names, Dictionary<string, long> there, Func<Numbered, long, TRow> make, Dictionary<long, long> numbers, CancellationToken cancellation)
        where TRow : class
    {
        var missing = names.FindAll(name => !there.ContainsKey(name.Slug));
        var next = missing.Count == 0 ? 0 : await archive.NextIdAsync<TRow>(cancellation);
        await archive.BulkInsertAsync(missing.Select((name, i) => make(name, there[name.Slug] = next + i)).ToList(), cancellation);
        names.ForEach(name => numbers[name.Id] = there[name.Slug]);
    }

    private static List<Numbered> Read(JsonObject rows, string key) => rows[key]?.Deserialize<List<Numbered>>() ?? [];

    private static IEnumerable<long> Numbers(JsonObject rows, string table, string column) =>
        (rows[table] as JsonArray ?? []).Select(row => (long?)row![column]).OfType<long>();

    private sealed record Numbered(long Id, string Slug, string Name);
}
