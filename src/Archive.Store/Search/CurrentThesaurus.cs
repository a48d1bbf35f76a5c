using Archive.Store.Naming;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Search;

/// <summary>The topics of an archive: those of the file, and over them what editors said. Every node takes an edit with the edition that it makes.</summary>
/// <param name="shipped">Of the file.</param>
/// <param name="feed">Says when what was known is not to be trusted any more.</param>
public sealed class CurrentThesaurus(Thesaurus shipped, EditionFeed feed)
{
    private Known? newest;

    public Thesaurus Shipped => shipped;

    /// <summary>As it is in the edition that is read.</summary>
    public async Task<Thesaurus> OfAsync(ArchiveContext archive, CancellationToken cancellation = default)
    {
        var hearing = feed.Hearing;
        var edition = await archive.Editions.Select(row => row.Number).SingleAsync(cancellation);
        var known = newest;
        if (known?.Edition == edition && known.Hearing == hearing)
        {
            return known.Thesaurus;
        }
        var edited = await archive.EditedTopics.AsNoTracking().OrderBy(topic => topic.Slug).ToListAsync(cancellation);
        var said = string.Join('\n', edited.Select(topic => $"{topic.Slug} {topic.Entry}"));
        // Most editions change no topic.
        var thesaurus = known?.Edits == said ? known.Thesaurus : edited.Count == 0 ? shipped : ThesaurusOverlay.Over(shipped, edited).Thesaurus;
        newest = new(hearing, edition, said, thesaurus);
        return thesaurus;
    }

    /// <summary>What of a later file had to give way to edits, in words.</summary>
    public async Task<IReadOnlyList<string>> GaveWayAsync(ArchiveContext archive, CancellationToken cancellation = default) =>
        await archive.EditedTopics.AsNoTracking().OrderBy(topic => topic.Slug).ToListAsync(cancellation) is { Count: > 0 } edited ? ThesaurusOverlay.Over(shipped, edited).GaveWay : [];

    /// <summary>Whether the file says something else of an edited topic than it said when that was edited.</summary>
    public bool HasNewer(EditedTopic edited) => ThesaurusOverlay.HasNewer(shipped, edited);

    private sealed record Known(int Hearing, long Edition, string Edits, Thesaurus Thesaurus);
}
