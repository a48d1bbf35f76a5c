using Archive.Store;
using Archive.Store.Worklists;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Desk;

/// <summary>Where editors arrive.</summary>
internal sealed class IndexModel(ArchiveContext archive, WorklistReader lists) : DeskPage
{
    /// <summary>The newest day that the archive covers.</summary>
    public DateOnly? Newest { get; private set; }

    /// <summary>How much is left to do, by worklist.</summary>
    public IReadOnlyDictionary<string, int> Counts { get; private set; } = new Dictionary<string, int>();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Newest = await archive.Posts.Where(post => post.DateEnd != null).MaxAsync(post => post.DateEnd, cancel);
        Counts = await lists.CountAsync(cancel);
    }
}
