using Archive.Store;
using Archive.Store.Search;
using Microsoft.AspNetCore.Mvc;

namespace Archive.Web.Pages;

/// <summary>All topics: which spellings search takes for one idea, and why.</summary>
internal sealed class ThesaurusModel(ArchiveContext archive, CurrentThesaurus current) : ReadingPage
{
    private Thesaurus thesaurus = null!;

    public IReadOnlyList<Topic> Topics => thesaurus.Topics;

    /// <summary>By the first letter of their names.</summary>
    public IReadOnlyList<IGrouping<string, Topic>> Letters { get; private set; } = [];

    public int SpellingCount => Topics.Sum(topic => topic.Spellings.Count);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        thesaurus = await current.OfAsync(archive, cancel);
        Letters = [.. thesaurus.Topics.GroupBy(topic => Fold.Text(topic.Name)[..1].ToUpperInvariant(), StringComparer.Ordinal)];
        return At(Permalink.Thesaurus);
    }

    public string NameOf(string slug) => thesaurus.WithSlug(slug)!.Name;
}
