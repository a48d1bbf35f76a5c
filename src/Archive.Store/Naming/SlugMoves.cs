using Archive.Store.Search;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Naming;

/// <summary>Where former addresses lead.</summary>
public static class SlugMoves
{
    /// <param name="segment">As it stands in an address.</param>
    /// <returns>The slug that is there now; null where the address was never another's.</returns>
    public static Task<string?> OfAsync(ArchiveContext archive, NamedKind kind, string segment, CancellationToken cancellation = default)
    {
        var slug = Slug.Lookup(segment);
        return archive.SlugMoves.Where(move => move.Kind == kind && move.OldSlug == slug).Select(move => move.Slug).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Where slugs lead that moved; those that did not are not in it.</summary>
    public static Task<Dictionary<string, string>> OfAsync(ArchiveContext archive, NamedKind kind, IReadOnlyCollection<string> slugs, CancellationToken cancellation = default) =>
        archive.SlugMoves.Where(move => move.Kind == kind && slugs.Contains(move.OldSlug)).ToDictionaryAsync(move => move.OldSlug, move => move.Slug, StringComparer.Ordinal, cancellation);

    /// <summary>A search that names a former address asks for what is there now.</summary>
    internal static async Task<SearchRequest> InAsync(ArchiveContext archive, SearchRequest request, CancellationToken cancellation)
    {
        var outlet = request.Outlet is null ? null : await OfAsync(archive, NamedKind.Outlet, request.Outlet, cancellation);
        var category = request.Category is null ? null : await OfAsync(archive, NamedKind.Category, request.Category, cancellation);
        return outlet is null && category is null ? request : request with { Outlet = outlet ?? request.Outlet, Category = category ?? request.Category };
    }

    internal static async Task AddAsync(ArchiveContext archive, NamedRow from, string to, CancellationToken cancellation)
    {
        await archive.SlugMoves.Where(move => move.Kind == from.Kind && move.Slug == from.Slug).ExecuteUpdateAsync(row => row.SetProperty(move => move.Slug, to), cancellation);
        // A thing that takes back an address it had is there itself.
        await archive.SlugMoves.Where(move => move.Kind == from.Kind && (move.OldSlug == to || move.OldSlug == from.Slug)).ExecuteDeleteAsync(cancellation);
        await archive.BulkInsertAsync([new SlugMove { Kind = from.Kind, OldSlug = from.Slug, Slug = to }], cancellation);
    }
}
