using Archive.Store.Search.Asking;

namespace Archive.Store.Search;

/// <summary>How often each spelling of a topic was printed, those that never were included.</summary>
public sealed class TopicSpellings(ArchiveContext archive, SearchMemory memory)
{
    /// <returns>For each spelling how many headlines print it; one that prints two counts for both.</returns>
    public Task<IReadOnlyList<PrintedSpelling>> CountAsync(Topic topic, CancellationToken cancellation = default) =>
        archive.ReadTogetherAsync(() => ReadAsync(topic, cancellation), cancellation);

    private async Task<IReadOnlyList<PrintedSpelling>> ReadAsync(Topic topic, CancellationToken cancellation)
    {
        var segments = (await memory.ShelfAsync(archive, cancellation)).Headlines;
        var nodes = topic.Spellings.Select(Words.Of).ToList();
        var postings = await PostingReader.ReadAsync(archive, nodes, segments, cancellation);
        return [.. topic.Spellings.Zip(nodes, (spelling, node) => new PrintedSpelling(spelling, new Matches(segments, postings, node).Total))];
    }
}

/// <param name="Headlines">How many print it.</param>
public sealed record PrintedSpelling(Spelling Spelling, long Headlines);
