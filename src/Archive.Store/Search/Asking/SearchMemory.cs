using Archive.Store.Search.Index;
using Microsoft.EntityFrameworkCore;

namespace Archive.Store.Search.Asking;

/// <summary>
/// The segments that were read, in memory, so that a search need not read the posts, outlets and topics of each entry again. A segment
/// never changes, so what is here is not out of date while the servers are the same; with a limit, because an archive may be larger than a
/// machine.
/// </summary>
public sealed class SearchMemory
{
    // A few segments a question: PostgreSQL plans a short list better, and none is held twice for long.
    private const int AtOnce = 64;

    private static readonly StateNode[] LinkStates = [new(SearchState.Linked), new(SearchState.Lost), new(SearchState.Dead)];

    private readonly Dictionary<long, (SegmentView View, long Used)> known = [];
    private readonly CurrentThesaurus current;
    private readonly EditionFeed feed;
    private readonly Lock one = new();
    private long uses;
    private long size;
    private (long Edition, Shelf Shelf)? newest;
    private Lens lens;

    public SearchMemory(CurrentThesaurus current, EditionFeed feed)
    {
        (this.current, this.feed) = (current, feed);
        lens = Lens.Of(current.Shipped, feed.Hearing, new());
    }

    /// <summary>What the views may take.</summary>
    public long MostBytes { get; init; } = 128L * 1024 * 1024;

    /// <summary>The segments of the archive as it is for whoever asks: while its edition stands, the store need not be asked which they are.</summary>
    internal async Task<Shelf> ShelfAsync(ArchiveContext archive, CancellationToken cancellation)
    {
        var hearing = feed.Hearing;
        var edition = await archive.Editions.Select(row => row.Number).SingleAsync(cancellation);
        var through = LookThrough(await current.OfAsync(archive, cancellation), hearing);
        lock (one)
        {
            if (lens == through && newest is var (number, kept) && number == edition)
            {
                return kept;
            }
        }
        var ids = await archive.SearchSegments.OrderByDescending(segment => segment.LastDay).ThenBy(segment => segment.Number).ThenBy(segment => segment.Id)
            .Select(segment => segment.Id).ToListAsync(cancellation);
        Shelf shelf = new(await ViewsAsync(archive, through, ids, cancellation), through.Postings);
        lock (one)
        {
            // Of an archive that is larger than what may be kept, only the segments are that were used last.
            newest = lens == through && shelf.All.Sum(segment => (long)segment.Size) <= MostBytes ? (edition, shelf) : null;
        }
        return shelf;
    }

    // With another list of topics everything is looked at anew, and out of hearing everything is forgotten.
    private Lens LookThrough(Thesaurus thesaurus, int hearing)
    {
        lock (one)
        {
            if (hearing < lens.Hearing)
            {
                // Began before the break: what it reads is for itself.
                return Lens.Of(thesaurus, hearing, new());
            }
            if (lens.Thesaurus != thesaurus || lens.Hearing != hearing)
            {
                (lens, newest, size) = (Lens.Of(thesaurus, hearing, lens.Hearing == hearing ? lens.Postings : new()), null, 0);
                known.Clear();
            }
            return lens;
        }
    }

    private async Task<List<SegmentView>> ViewsAsync(ArchiveContext archive, Lens through, IReadOnlyList<long> ids, CancellationToken cancellation)
    {
        Dictionary<long, SegmentView> views = [];
        lock (one)
        {
            foreach (var id in lens == through ? ids : [])
            {
                if (known.TryGetValue(id, out var there))
                {
                    views[id] = there.View;
                    known[id] = there with { Used = ++uses };
                }
            }
        }
        foreach (var missing in ids.Where(id => !views.ContainsKey(id)).Chunk(AtOnce))
        {
            foreach (var view in await ReadAsync(archive, through, missing, cancellation))
            {
                views[view.Id] = view;
                Keep(view, through);
            }
        }
        return [.. ids.Where(views.ContainsKey).Select(id => views[id])];
    }

    private static async Task<List<SegmentView>> ReadAsync(ArchiveContext archive, Lens through, long[] ids, CancellationToken cancellation)
    {
        var rows = await archive.SearchSegments.AsNoTracking().Where(segment => ids.Contains(segment.Id)).ToListAsync(cancellation);
        // Not known to themselves yet, or nothing would be asked of the store.
        var bare = rows.ConvertAll(row => new SegmentView(row, new HashSet<string>()));
        var postings = await PostingReader.ReadAsync(archive, [.. through.Topics.SelectMany(topic => topic.Spellings), .. LinkStates], bare, cancellation);
        return rows.ConvertAll(row => Filled(new(row, through.Spellings), through, new(bare.Find(view => view.Id == row.Id)!, postings)));
    }

    private static SegmentView Filled(SegmentView view, Lens through, Evaluation evaluation)
    {
        foreach (var (slug, phrases) in through.Topics)
        {
            ulong[]? all = null;
            foreach (var phrase in phrases)
            {
                if (evaluation.Of(phrase) is { } set)
                {
                    view.Keep(phrase.Key, set);
                    all ??= EntrySet.Empty();
                    EntrySet.Or(all, set);
                }
            }
            if (all is not null)
            {
                view.Topics[slug] = all;
            }
        }
        foreach (var node in LinkStates)
        {
            if (evaluation.Of(node) is { } set)
            {
                view.States[node.State] = set;
            }
        }
        return view;
    }

    private void Keep(SegmentView view, Lens through)
    {
        lock (one)
        {
            if (lens != through)
            {
                return;
            }
            if (known.TryAdd(view.Id, (view, ++uses)))
            {
                size += view.Size;
            }
            if (size <= MostBytes)
            {
                return;
            }
            // Down to three quarters, so that not every new one has to look for the oldest.
            foreach (var (id, (old, _)) in known.OrderBy(pair => pair.Value.Used).ToList())
            {
                if (size <= MostBytes / 4 * 3)
                {
                    break;
                }
                known.Remove(id);
                size -= old.Size;
            }
        }
    }

    /// <summary>What of a thesaurus the views are filled with.</summary>
    private sealed record Lens(Thesaurus Thesaurus, int Hearing, PostingMemory Postings, List<(string Slug, List<WordsNode> Spellings)> Topics, HashSet<string> Spellings)
    {
        public static Lens Of(Thesaurus thesaurus, int hearing, PostingMemory postings)
        {
            List<(string Slug, List<WordsNode> Spellings)> topics = [.. thesaurus.Topics.Select(topic => (topic.Slug, topic.Spellings.Select(Words.Of).ToList()))];
            return new(thesaurus, hearing, postings, topics, topics.SelectMany(topic => topic.Spellings, (_, spelling) => spelling.Key).ToHashSet(StringComparer.Ordinal));
        }
    }
}
