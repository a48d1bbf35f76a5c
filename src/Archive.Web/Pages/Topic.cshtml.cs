using Archive.Store;
using Archive.Store.Search;
using Archive.Web.Pages.Searching;
using Microsoft.AspNetCore.Mvc;

namespace Archive.Web.Pages;

/// <summary>One topic: how its spellings were printed, when, and in which headlines.</summary>
internal sealed class TopicModel(ArchiveContext archive, CurrentThesaurus current, HeadlineSearch search, TopicSpellings spellings) : TopicPage(archive, current)
{
    public Topic Topic { get; private set; } = null!;

    public SearchAnswer Answer { get; private set; } = null!;

    /// <summary>The most frequent first.</summary>
    public IReadOnlyList<PrintedSpelling> Printed { get; private set; } = [];

    /// <summary>As the thesaurus has them.</summary>
    public IReadOnlyList<Spelling> NeverPrinted { get; private set; } = [];

    public IReadOnlyList<(RelatedTopic, string)> Related => [.. Topic.Related.Select(related => (related, Thesaurus.WithSlug(related.Slug)!.Name))];

    /// <summary>The search for all of it.</summary>
    public SearchRequest All => AllOf(Topic);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } topic)
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
}
