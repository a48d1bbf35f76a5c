using Archive.Store;
using Archive.Store.Search;
using Microsoft.AspNetCore.Mvc;

namespace Archive.Web.Pages.Searching;

/// <summary>A page about one topic of the thesaurus.</summary>
internal abstract class TopicPage(ArchiveContext archive, CurrentThesaurus current) : ReadingPage
{
    protected ArchiveContext Archive { get; } = archive;

    /// <summary>As it is in this edition; known once the topic was looked for.</summary>
    protected Thesaurus Thesaurus { get; private set; } = current.Shipped;

    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    /// <summary>The search for all headlines of a topic.</summary>
    protected static SearchRequest AllOf(Topic topic) => new() { Topic = topic.Slug };

    /// <summary>The topic that the address names, or one of whose spellings it is: "/topics/uighur", "/topics/east-turkistan".</summary>
    protected async Task<Topic?> FindAsync(CancellationToken cancel)
    {
        Thesaurus = await current.OfAsync(Archive, cancel);
        return Thesaurus.WithSlug(Store.Slug.Lookup(Slug)) ?? BySpelling();
    }

    private Topic? BySpelling()
    {
        var terms = SearchText.Tokens(Slug).Select(token => new SearchTerm(token.Term)).ToList();
        return Thesaurus.Longest(terms, 0) is var (length, topics) && length == terms.Count && topics.Count == 1 ? topics[0] : null;
    }
}
