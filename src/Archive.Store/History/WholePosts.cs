using Microsoft.EntityFrameworkCore;

namespace Archive.Store.History;

/// <summary>Posts with everything that hangs on them, each list in its order: what a snapshot is taken of. Nothing is tracked.</summary>
public static class WholePosts
{
    public static IQueryable<Post> Whole(this IQueryable<Post> posts) => posts.AsNoTrackingWithIdentityResolution().AsSplitQuery()
        .Include(post => post.Outlet)
        .Include(post => post.Headlines.OrderBy(headline => headline.Position)).ThenInclude(headline => headline.Outlet)
        .Include(post => post.Passages.OrderBy(passage => passage.Position))
        .Include(post => post.Signatories.OrderBy(signatory => signatory.Position))
        .Include(post => post.Endnotes.OrderBy(endnote => endnote.Position))
        .Include(post => post.Categories);
}
