using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Naming;

/// <summary>Notes what a merging moves, and moves it back.</summary>
internal static class MovedNames
{
    /// <summary>Before what stands under a name on some days is put under another.</summary>
    public static async Task NoteAsync(ArchiveContext archive, NamedRow from, long to, long editId, IReadOnlyCollection<DateOnly> days, CancellationToken cancellation)
    {
        var posts = archive.Posts.Where(post => days.Contains(post.SortDay));
        // What somebody put back under its old name meanwhile is noted already.
        var noted = archive.MovedNames.Where(row => row.EditId == editId);
        if (from.Kind == NamedKind.Outlet)
        {
            var headlines = await archive.Headlines.OfOutlet(from.Id).Where(headline => posts.Any(post => post.Id == headline.PostId) && !noted.Any(row => row.PublicId == headline.PublicId)).Select(headline => headline.PublicId).ToListAsync(cancellation);
            var own = await posts.Where(post => post.OutletId == from.Id && !noted.Any(row => row.PostId == post.Id)).Select(post => post.Id).ToListAsync(cancellation);
            await archive.BulkInsertAsync(
                headlines.Select(id => new MovedName { EditId = editId, PublicId = id }).Concat(own.Select(id => new MovedName { EditId = editId, PublicId = "", PostId = id })), cancellation);
            return;
        }
        var filed = archive.Set<PostCategory>();
        var there = await filed.Where(row => row.CategoryId == from.Id && posts.Any(post => post.Id == row.PostId) && !noted.Any(note => note.PostId == row.PostId))
            .Select(row => new { row.PostId, WasInBoth = filed.Any(other => other.PostId == row.PostId && other.CategoryId == to) }).ToListAsync(cancellation);
        await archive.BulkInsertAsync(there.Select(row => new MovedName { EditId = editId, PublicId = "", PostId = row.PostId, WasInBoth = row.WasInBoth }), cancellation);
    }

    /// <summary>The newest days before one on which something stands that was moved.</summary>
    public static Task<List<DateOnly>> DaysAsync(ArchiveContext archive, long editId, DateOnly before, int most, CancellationToken cancellation)
    {
        var moved = archive.MovedNames.Where(row => row.EditId == editId);
        return moved.Join(archive.Posts, row => row.PostId, post => post.Id, (_, post) => post.SortDay)
            .Concat(moved.Join(archive.Headlines, row => row.PublicId, headline => headline.PublicId, (_, headline) => headline.Post!.SortDay))
            .Where(day => day < before).Distinct().OrderByDescending(day => day).Take(most).ToListAsync(cancellation);
    }

    /// <summary>Puts back, on some days, what was moved and still stands where it was put.</summary>
    public static async Task MoveBackAsync(ArchiveContext archive, NamedRow from, long to, long editId, IReadOnlyCollection<DateOnly> days, CancellationToken cancellation)
    {
        var posts = archive.Posts.Where(post => days.Contains(post.SortDay));
        var moved = archive.MovedNames.Where(row => row.EditId == editId);
        if (from.Kind == NamedKind.Outlet)
        {
            await archive.Headlines.Where(headline => headline.OutletId == from.Id && moved.Any(row => row.PublicId == headline.PublicId) && posts.Any(post => post.Id == headline.PostId))
                .ExecuteUpdateAsync(row => row.SetProperty(headline => headline.OutletId, to), cancellation);
            await posts.Where(post => post.OutletId == from.Id && moved.Any(row => row.PostId == post.Id)).ExecuteUpdateAsync(row => row.SetProperty(post => post.OutletId, to), cancellation);
            return;
        }
        var filed = archive.Set<PostCategory>();
        var rows = await moved.Where(row => filed.Any(there => there.CategoryId == from.Id && there.PostId == row.PostId) && posts.Any(post => post.Id == row.PostId))
            .Select(row => new { row.PostId, row.WasInBoth }).ToListAsync(cancellation);
        var going = rows.Where(row => !row.WasInBoth).Select(row => row.PostId).ToList();
        await filed.Where(row => row.CategoryId == from.Id && going.Contains(row.PostId)).ExecuteDeleteAsync(cancellation);
        await archive.BulkInsertAsync(rows.Select(row => new PostCategory { PostId = row.PostId, CategoryId = to }), cancellation);
    }
}
