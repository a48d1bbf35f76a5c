using Archive.Store;
using Archive.Web.Pages.Correcting;
using Microsoft.AspNetCore.Mvc;

namespace Archive.Web.Pages;

/// <summary>What was changed after it was published, the newest first.</summary>
internal sealed class CorrectionsModel(ArchiveContext archive) : CorrectionsPage(archive)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        return At(Permalink.Corrections());
    }
}
