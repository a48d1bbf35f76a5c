using Archive.Store;
using Archive.Store.Search;
using Archive.Web.Pages.Searching;
using Microsoft.AspNetCore.Mvc;

namespace Archive.Web.Pages;

/// <summary>What a search found, and how to narrow it; without any words, how to search, and the newest headlines.</summary>
internal sealed class SearchModel(HeadlineSearch search) : SearchingPage(search)
{
    public SearchAnswer Answer { get; private set; } = null!;

    public SearchRequest Asked => Answer.Request;

    /// <summary>Nothing is asked for yet.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Asked.Query) && !Asked.HasFilters;

    public bool FoundNothing => Answer is { Total: 0, PostsTotal: 0 };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Answer = await AnswerAsync(cancel);
        var shown = At(Permalink.SearchPage);
        ViewData["Canonical"] = Permalink.Search(Asked);
        ViewData["Robots"] = "noindex, follow";
        return shown;
    }
}
