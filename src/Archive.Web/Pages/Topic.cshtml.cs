using Archive.Store;
using Archive.Store.Search;
using Microsoft.AspNetCore.Mvc;

namespace Archive.Web.Pages;

/// <summary>One topic: how its spellings were printed, when, and in which headlines.</summary>
internal sealed class TopicModel(Thesaurus thesaurus, HeadlineSearch search, TopicSpellings spellings) : ReadingPage
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    public Topic Topic { get; private set; } = null!;

    public SearchAnswer Answer { get; private set; } = null!;

    /// <summary>The most frequent first.</summary>
    public IReadOnlyList<PrintedSpelling> Printed { get; private set; } = [];

    /// <summary>As the thesaurus has them.</summary>
    public IReadOnlyList<Spelling> NeverPrinted { get; private set; } = [];

    public IReadOnlyList<(RelatedTopic, string)> Related => [.. Topic.Related.Select(related => (related, thesaurus.WithSlug(related.Slug)!.Name))];

    /// <summary>The search for all of it.</summary>
    public SearchRequest All => new() { Topic = Topic.Slug };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if ((thesaurus.WithSlug(Store.Slug.Lookup(Slug)) ?? BySpelling()) is not { } topic)
        {
            return NotFound();
        }
        Topic = topic;
        var shown = At(Permalink.Topic(topic.Slug));
        if (shown is RedirectResult)
        {
            return shown;
        }
        Answer = await search.AnswerAsync(All, cancel);
        var counted = await spellings.CountAsync(topic, cancel);
        Printed = [.. counted.Where(spelling => spelling.Headlines > 0).OrderByDescending(spelling => spelling.Headlines)];
        NeverPrinted = [.. counted.Where(spelling => spelling.Headlines == 0).Select(spelling => spelling.Spelling)];
        return shown;
    }

    /// <summary>The headlines that print one spelling; with any ending where the thesaurus has it so.</summary>
    public SearchRequest Printing(Spelling spelling) => spelling.IsPrefix ? new() { Query = spelling.Text + "*" } : All with { Form = spelling.Text };

    // "/topics/uighur", "/topics/east-turkistan": moved to the topic that has the spelling.
    private Topic? BySpelling()
    {
        var terms = SearchText.Tokens(Slug).Select(token => new SearchTerm(token.Term)).ToList();
        return thesaurus.Longest(terms, 0) is var (length, topics) && length == terms.Count && topics.Count == 1 ? topics[0] : null;
    }
}
