using Archive.Store;
using Archive.Web.Pages.Posts;
using Microsoft.AspNetCore.Mvc;

namespace Archive.Web.Pages;

/// <summary>Where a headline comes from: its line in a file, among its neighbours.</summary>
internal sealed class HeadlineSourceModel(ArchiveContext archive) : ReadingPage
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>Which of its files, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "file")]
    public int Number { get; set; } = 1;

    public HeadlineDetail Headline { get; private set; } = null!;

    public IReadOnlyList<Origin> Origins { get; private set; } = [];

    public RawView Raw { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var headline = await HeadlineDetail.ReadAsync(archive, Id, cancel);
        Origins = headline?.OwnOrigins.ToList() ?? [];
        if (headline is null)
        {
            return await Gone.OfHeadlineAsync(HttpContext, archive, Id, Permalink.HeadlineSource, cancel);
        }
        if (Number < 1 || Number > Origins.Count
            || await RawView.ReadAsync(archive, Origins[Number - 1], null, _ => "", cancel) is not { } raw)
        {
            return NotFound();
        }
        Headline = headline;
        Raw = raw;
        return At(Permalink.HeadlineSource(headline.PublicId));
    }
}
