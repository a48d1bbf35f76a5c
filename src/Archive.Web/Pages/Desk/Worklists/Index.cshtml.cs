using Archive.Store.Worklists;

namespace Archive.Web.Pages.Desk.Worklists;

/// <summary>What is left to do, by kind.</summary>
internal sealed class IndexModel(WorklistReader lists) : DeskPage
{
    public IReadOnlyDictionary<string, int> Counts { get; private set; } = new Dictionary<string, int>();

    public async Task OnGetAsync() => Counts = await lists.CountAsync(HttpContext.RequestAborted);
}
