using Archive.Store;
using Archive.Store.History;
using Microsoft.AspNetCore.Mvc;

namespace Archive.Web.Pages.Correcting;

/// <summary>What was changed after it was published, the newest first, for readers and for programs.</summary>
internal abstract class CorrectionsPage(ArchiveContext archive) : ReadingPage
{
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public IReadOnlyList<Correction> Shown { get; private set; } = [];

    /// <summary>What the next page goes on from; null where there are none that are older.</summary>
    public long? NextBefore { get; private set; }

    protected async Task ReadAsync(CancellationToken cancel)
    {
        var found = await Store.History.Corrections.ReadAsync(archive, PageSize + 1, Before, cancellation: cancel);
        Shown = [.. found.Take(PageSize)];
        NextBefore = found.Count > PageSize ? Shown[^1].Id : null;
    }
}
