using Archive.Store.Search;
using Microsoft.AspNetCore.Mvc;

namespace Archive.Web.Pages.Searching;

/// <summary>A page whose address is a search. Each choice is bound by its name, which is how finished pages are kept apart.</summary>
internal abstract class SearchingPage(HeadlineSearch search) : ReadingPage
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Outlet { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Category { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Topic { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Link { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Form { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Exact { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Without { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    /// <summary>The answer to what the address asks; what could not be read of it stands among the notes.</summary>
    protected async Task<SearchAnswer> AnswerAsync(CancellationToken cancel)
    {
        List<string> notes = [];
        var typed = new SearchParameters
        {
            Q = Q, From = From, To = To, Kind = Kind, Outlet = Outlet, Category = Category, Topic = Topic, Link = Link,
            Form = Form, Exact = Exact, Without = Without, Sort = Sort, After = After, Before = Before,
        };
        var answer = await search.AnswerAsync(typed.Read(notes), cancel);
        return answer with { Notes = [.. notes, .. answer.Notes] };
    }
}
