using Archive.Store;
using Archive.Web.Pages.Posts;
using Archive.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Archive.Web.Pages;

/// <summary>One headline: its digest, its outlet, whether its link is known, and where it comes from.</summary>
internal sealed class HeadlineModel(ArchiveContext archive, IOptions<SiteOptions> site) : ReadingPage
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public HeadlineDetail Headline { get; private set; } = null!;

    /// <summary>The headlines printed before and after it.</summary>
    public IReadOnlyList<Beside> Neighbours { get; private set; } = [];

    /// <summary>Null where nothing else reports the same.</summary>
    public StoryLink? Story { get; private set; }

    public string? Search => site.Value.SearchFor(Headline.Text);

    public string Cite => Citation.Of(
        Headline.Text, Headline.Outlet?.Name, Headline.Period, site.Value, Permalink.Headline(Headline.PublicId), Headline.PostTitle);

    internal sealed record Beside(string PublicId, int Position, string Text);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var headline = await HeadlineDetail.ReadAsync(archive, Id, cancel);
        if (headline is null)
        {
            return await Gone.OfHeadlineAsync(HttpContext, archive, Id, Permalink.Headline, cancel);
        }
        Headline = headline;
        Story = await StoryLink.ReadAsync(archive, headline.Id, cancel);
        Neighbours = await archive.Headlines.InPosts([headline.PostId]).Stretch(headline.Position - 1, 3).InPrintedOrder()
            .Select(beside => new Beside(beside.PublicId, beside.Position, beside.Text)).ToListAsync(cancel);
        return At(Permalink.Headline(headline.PublicId));
    }
}
