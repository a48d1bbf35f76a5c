using Archive.Store;
using Archive.Store.History;
using Microsoft.AspNetCore.Mvc;

namespace Archive.Web.Pages;

/// <summary>What was changed after it was published, the newest first.</summary>
internal sealed class CorrectionsModel(ArchiveContext archive) : ReadingPage
{
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public IReadOnlyList<Correction> Shown { get; private set; } = [];

    /// <summary>Null where there are none that are older.</summary>
    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var found = await Store.History.Corrections.ReadAsync(archive, PageSize + 1, Before, cancellation: cancel);
        Shown = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? Permalink.Corrections(Shown[^1].Id) : null;
        return At(Permalink.Corrections());
    }
}
