namespace Archive.Store;

/// <summary>Named filters on outlets and categories.</summary>
public static class OutletQueries
{
    /// <summary>In alphabetical order of their addresses, from a slug on.</summary>
    public static IOrderedQueryable<Outlet> AfterSlug(this IQueryable<Outlet> outlets, string? slug) =>
        (slug is null ? outlets : outlets.Where(outlet => string.Compare(outlet.Slug, slug) > 0)).OrderBy(outlet => outlet.Slug);

    public static IOrderedQueryable<Category> AfterSlug(this IQueryable<Category> categories, string? slug) =>
        (slug is null ? categories : categories.Where(category => string.Compare(category.Slug, slug) > 0)).OrderBy(category => category.Slug);

    public static IQueryable<Outlet> At(this IQueryable<Outlet> outlets, string segment)
    {
        var slug = Slug.Lookup(segment);
        return outlets.Where(outlet => outlet.Slug == slug);
    }

    public static IQueryable<Category> At(this IQueryable<Category> categories, string segment)
    {
        var slug = Slug.Lookup(segment);
        return categories.Where(category => category.Slug == slug);
    }
}
