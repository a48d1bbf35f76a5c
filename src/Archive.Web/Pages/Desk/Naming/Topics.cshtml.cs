using Archive.Store;
using Archive.Store.Search;
using Microsoft.EntityFrameworkCore;

namespace Archive.Web.Pages.Desk.Naming;

/// <summary>All topics, to choose one to change; and what edits and file say against each other.</summary>
internal sealed class TopicsModel(IDbContextFactory<ArchiveContext> store, CurrentThesaurus current) : DeskPage
{
    public IReadOnlyList<Topic> Topics { get; private set; } = [];

    /// <summary>Slugs of those that editors changed, with whether the file has another text since.</summary>
    public IReadOnlyDictionary<string, bool> Edited { get; private set; } = new Dictionary<string, bool>();

    /// <summary>Shipped topics that were taken out, and can be put back.</summary>
    public IReadOnlyList<string> TakenOut { get; private set; } = [];

    public IReadOnlyList<string> GaveWay { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await using var archive = await store.CreateDbContextAsync(cancel);
        Topics = (await current.OfAsync(archive, cancel)).Topics;
        var rows = await archive.EditedTopics.AsNoTracking().OrderBy(row => row.Slug).ToListAsync(cancel);
        Edited = rows.ToDictionary(row => row.Slug, current.HasNewer, StringComparer.Ordinal);
        TakenOut = [.. rows.Where(row => row.Entry is null).Select(row => row.Slug)];
        GaveWay = await current.GaveWayAsync(archive, cancel);
    }
}
