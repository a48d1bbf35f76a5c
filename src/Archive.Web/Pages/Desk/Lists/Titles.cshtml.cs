using Archive.Import.Pasting;
using Archive.Store;
using Archive.Web.Accounts.Access;
using Archive.Web.Fetching.Titles;
using Archive.Web.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Archive.Web.Pages.Desk.Lists;

/// <summary>
/// The titles of pasted addresses that came without one, to be looked at and taken. Everything else that was typed is carried through as it
/// came, so that the list's own page shows it again, with or without them.
/// </summary>
[RequestSizeLimit(NewModel.LargestForm)]
[RequestFormLimits(ValueLengthLimit = NewModel.LargestPaste, ValueCountLimit = 20_000, KeyLengthLimit = 100)]
internal sealed class TitlesModel(TitleFetcher fetcher, IOptions<FetchingOptions> fetching, IOptions<SiteOptions> site, TimeProvider clock) : DeskPage
{
    [BindProperty]
    public string? Pasted { get; set; }

    /// <summary>The page of the list.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    public string BackTo => LocalAddress.Or(Back, Permalink.NewList);

    public IReadOnlyList<FetchedTitle> Titles { get; private set; } = [];

    /// <summary>How many addresses there are beyond those that were asked.</summary>
    public int NotAsked { get; private set; }

    /// <summary>The list with the titles in it.</summary>
    public string Titled { get; private set; } = "";

    /// <summary>What else stood in the form.</summary>
    public IEnumerable<KeyValuePair<string, string>> Carried => Request.Form
        .Where(sent => sent.Key is not (nameof(Pasted) or nameof(Back) or "Seen" or "token")).SelectMany(sent => sent.Value, (sent, value) => KeyValuePair.Create(sent.Key, value ?? ""));

    public IActionResult OnGet() => new RedirectResult(BackTo);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!fetching.Value.Titles)
        {
            return NotFound();
        }
        var list = PastedList.Read(Pasted ?? "", DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), site.Value.Zone).DateTime));
        var bare = TitledText.Bare(list).ToList();
        NotAsked = Math.Max(0, bare.Count - TitleFetcher.Most);
        Titles = await fetcher.FetchAsync(bare.ConvertAll(headline => headline.Link!.Url!), cancel);
        Titled = TitledText.Of(list, bare.Zip(Titles).Where(pair => pair.Second.Title is not null).Select(pair => (pair.First, pair.Second.Title!)));
        return Page();
    }
}
