using Archive.Store;
using Archive.Web.Pages.Listing;
using Microsoft.AspNetCore.Mvc;

namespace Archive.Web.Pages;

/// <summary>The newest posts, digests with their headlines.</summary>
internal sealed class IndexModel(ArchiveContext archive) : NewestPage(archive)
{
    private const int HeadlinesShown = 12;

    public Months Months { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(HeadlinesShown, cancel))
        {
            return NotFound();
        }
        Months = await Months.ReadAsync(Archive.MonthTotals, cancel);
        return At(Permalink.Home);
    }
}
