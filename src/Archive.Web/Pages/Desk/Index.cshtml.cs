using Archive.Store;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Desk;

/// <summary>Where editors arrive.</summary>
internal sealed class IndexModel(ArchiveContext archive) : DeskPage
{
    /// <summary>The newest day that the archive covers.</summary>
    public DateOnly? Newest { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) =>
        Newest = await archive.Posts.Where(post => post.DateEnd != null).MaxAsync(post => post.DateEnd, cancel);
}
