using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Naming;

/// <summary>An outlet or a category, for those who do the same with both.</summary>
internal sealed record NamedRow(NamedKind Kind, long Id, string Name, string Slug)
{
    public static Task<NamedRow?> FindAsync(ArchiveContext archive, NamedKind kind, string slug, CancellationToken cancellation) => kind == NamedKind.Outlet
        ? archive.Outlets.At(slug).Select(row => new NamedRow(kind, row.Id, row.Name, row.Slug)).FirstOrDefaultAsync(cancellation)
        : archive.Categories.At(slug).Select(row => new NamedRow(kind, row.Id, row.Name, row.Slug)).FirstOrDefaultAsync(cancellation);

    public static Task<NamedRow?> FindAsync(ArchiveContext archive, NamedKind kind, long id, CancellationToken cancellation) => kind == NamedKind.Outlet
        ? archive.Outlets.Where(row => row.Id == id).Select(row => new NamedRow(kind, row.Id, row.Name, row.Slug)).FirstOrDefaultAsync(cancellation)
        : archive.Categories.Where(row => row.Id == id).Select(row => new NamedRow(kind, row.Id, row.Name, row.Slug)).FirstOrDefaultAsync(cancellation);

    /// <summary>A new one, named by an editor.</summary>
    public static async Task<NamedRow> AddAsync(ArchiveContext archive, NamedKind kind, string name, string slug, CancellationToken cancellation)
    {
        if (kind == NamedKind.Outlet)
        {
            Outlet outlet = new() { Id = await archive.NextIdAsync<Outlet>(cancellation), Name = name, Slug = slug, IsNamed = true };
            await archive.BulkInsertAsync([outlet], cancellation);
            return new(kind, outlet.Id, name, slug);
        }
        Category category = new() { Id = await archive.NextIdAsync<Category>(cancellation), Name = name, Slug = slug, IsNamed = true };
        await archive.BulkInsertAsync([category], cancellation);
        return new(kind, category.Id, name, slug);
    }

    public Task SetNameAsync(ArchiveContext archive, string name, CancellationToken cancellation) => Kind == NamedKind.Outlet
        ? archive.Outlets.Where(row => row.Id == Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.Name, name).SetProperty(one => one.IsNamed, true), cancellation)
        : archive.Categories.Where(row => row.Id == Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.Name, name).SetProperty(one => one.IsNamed, true), cancellation);

    public Task RemoveAsync(ArchiveContext archive, CancellationToken cancellation) => Kind == NamedKind.Outlet
        ? archive.Outlets.Where(row => row.Id == Id).ExecuteDeleteAsync(cancellation)
        : archive.Categories.Where(row => row.Id == Id).ExecuteDeleteAsync(cancellation);

    /// <summary>The newest days before one on which something stands under it.</summary>
    public Task<List<DateOnly>> DaysAsync(ArchiveContext archive, DateOnly before, int most, CancellationToken cancellation)
    {
        var posts = Kind == NamedKind.Outlet
            ? archive.Posts.Where(post => post.OutletId == Id || archive.Headlines.Any(headline => headline.PostId == post.Id && headline.OutletId == Id))
            : archive.Posts.InCategory(Id);
        return posts.Where(post => post.SortDay < before).Select(post => post.SortDay).Distinct().OrderByDescending(day => day).Take(most).ToListAsync(cancellation);
    }

    /// <summary>Puts what stands under it on some days under another.</summary>
    public async Task MoveAsync(ArchiveContext archive, long to, IReadOnlyCollection<DateOnly> days, CancellationToken cancellation)
    {
        var posts = archive.Posts.Where(post => days.Contains(post.SortDay));
        if (Kind == NamedKind.Outlet)
        {
            await archive.Headlines.Where(headline => headline.OutletId == Id && posts.Any(post => post.Id == headline.PostId))
                .ExecuteUpdateAsync(row => row.SetProperty(headline => headline.OutletId, to), cancellation);
            await posts.Where(post => post.OutletId == Id).ExecuteUpdateAsync(row => row.SetProperty(post => post.OutletId, to), cancellation);
            return;
        }
        var filed = archive.Set<PostCategory>();
        var ids = await filed.Where(row => row.CategoryId == Id && posts.Any(post => post.Id == row.PostId)).Select(row => row.PostId).ToListAsync(cancellation);
        var there = await filed.Where(row => row.CategoryId == to && ids.Contains(row.PostId)).Select(row => row.PostId).ToListAsync(cancellation);
        await filed.Where(row => row.CategoryId == Id && ids.Contains(row.PostId)).ExecuteDeleteAsync(cancellation);
        await archive.BulkInsertAsync(ids.Except(there).Select(id => new PostCategory { PostId = id, CategoryId = to }), cancellation);
    }
}
