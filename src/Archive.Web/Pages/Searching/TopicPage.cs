using Archive.Store.Search;
using Microsoft.AspNetCore.Mvc;

namespace Archive.Web.Pages.Searching;

/// <summary>A page about one topic of the thesaurus.</summary>
internal abstract class TopicPage(Thesaurus thesaurus) : ReadingPage
{
    protected Thesaurus Thesaurus { get; } = thesaurus;

    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    /// <summary>The search for all headlines of a topic.</summary>
    protected static SearchRequest AllOf(Topic topic) => new() { Topic = topic.Slug };

    /// <summary>The topic that the address names, or one of whose spellings it is: "/topics/uighur", "/topics/east-turkistan".</summary>
    protected Topic? Find() => Thesaurus.WithSlug(Store.Slug.Lookup(Slug)) ?? BySpelling();

    private Topic? BySpelling()
    {
        var terms = SearchText.Tokens(Slug).Select(token => new SearchTerm(token.Term)).ToList();
        return Thesaurus.Longest(terms, 0) is var (length, topics) && length == terms.Count && topics.Count == 1 ? topics[0] : null;
    }
}
