using Archive.Store;
using Microsoft.AspNetCore.Mvc;

namespace Archive.Web.Pages.Listing;

/// <summary>A list of posts, a page at a time. The page that readers see and its feed are the same list at the same places.</summary>
internal abstract class ListPage : ReadingPage
{
    /// <summary>How many headlines a feed shows on one page, those of all digests together.</summary>
    protected const int HeadlinesInFeed = 500;

    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public PostListing Listing { get; private set; } = null!;

    /// <summary>The place as a query; empty at the start of the list.</summary>
    protected string Here => this switch
    {
        { Before: { } before } => PostListing.OlderThan(before),
        { After: { } after } => PostListing.NewerThan(after),
        _ => "",
    };

    /// <returns>False where the place is none, or nothing stands there.</returns>
    protected async Task<bool> ReadAsync(IQueryable<Post> posts, IQueryable<Headline> headlines, int size, CancellationToken cancel)
    {
        if (await PostListing.ReadAsync(posts, headlines, new(Before, After), size, cancel) is not { } listing)
        {
            return false;
        }
        Listing = listing;
        return true;
    }
}
