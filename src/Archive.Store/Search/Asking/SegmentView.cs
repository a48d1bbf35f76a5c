using Archive.Store.Search.Index;

namespace Archive.Store.Search.Asking;

/// <summary>A segment as it is reckoned with. Never changes, like its row.</summary>
internal sealed class SegmentView
{
    private readonly byte[] terms;

    private readonly Dictionary<string, byte[]> phrases = new(StringComparer.Ordinal);
    private int phrasesSize;

    public SegmentView(SearchSegment row, IReadOnlySet<string> spellings)
    {
        Spellings = spellings;
        (Id, Unit, Count, Lengths, terms) = (row.Id, row.Unit, row.Count, row.Lengths, row.Terms);
        Posts = SegmentPosts.Read(row.Posts);
        (OutletIds, OutletOf) = SegmentOutlets.Read(row.Outlets, row.Count);
        (Filings, FilingOf) = Filing.Of(Posts);
        Covered = Unit == SearchUnit.Post ? Runs(Posts) : [];
    }

    public long Id { get; }

    public SearchUnit Unit { get; }

    public int Count { get; }

    public SegmentPost[] Posts { get; }

    /// <summary>The kinds and categories under which its posts stand, each combination once.</summary>
    public Filing[] Filings { get; }

    /// <summary>For each post which of <see cref="Filings"/>.</summary>
    public int[] FilingOf { get; }

    public long[] OutletIds { get; }

    /// <summary>For each entry which of <see cref="OutletIds"/>, from 1.</summary>
    public ushort[] OutletOf { get; }

    public byte[] Lengths { get; }

    /// <summary>The entries that name a topic, by its slug; only topics that some entry names.</summary>
    public Dictionary<string, ulong[]> Topics { get; } = new(StringComparer.Ordinal);

    /// <summary>The entries with a link, and those whose link was lost or is dead: every search counts them.</summary>
    public Dictionary<SearchState, ulong[]> States { get; } = [];

    /// <summary>The spellings of the thesaurus (<see cref="WordsNode.Key"/>), whose entries are known without asking the store.</summary>
    public IReadOnlySet<string> Spellings { get; }

    /// <summary>Runs of days, by their day numbers, that its posts cover; a post dated to a month or year covers none by itself.</summary>
    public (int First, int Last)[] Covered { get; }

    /// <summary>About how many bytes it takes in memory.</summary>
    public int Size => 500 + phrasesSize + Posts.Length * 70 + OutletOf.Length * 2 + Lengths.Length + terms.Length + (Topics.Count + States.Count) * (EntrySet.Words * 8 + 100);

    /// <summary>Keeps which entries have a spelling.</summary>
    public void Keep(string spelling, ulong[] entries)
    {
        var kept = EntrySet.Write([.. EntrySet.Entries(entries)], Count, new());
        phrases[spelling] = kept;
        phrasesSize += kept.Length + 100;
    }

    /// <summary>The entries that have a spelling; a set that is the caller's, null where none has it.</summary>
    public ulong[]? Having(string spelling)
    {
        if (!phrases.TryGetValue(spelling, out var kept))
        {
            return null;
        }
        var set = EntrySet.Empty();
        EntrySet.ReadInto(set, kept, Count);
        return set;
    }

    /// <summary>How many entries of a set have a spelling.</summary>
    public int CountHaving(string spelling, ulong[] set) => phrases.TryGetValue(spelling, out var kept) ? EntrySet.CountKept(set, kept) : 0;

    /// <summary>False: no entry has the term.</summary>
    public bool MayHave((ulong Hash, ulong Step) term) => TermFilter.MayHave(terms, term);

    /// <summary>The entry of a post's headline; null where it is not here.</summary>
    /// <param name="position">Of the headline in the post.</param>
    public int? EntryOf(long postId, int position)
    {
        foreach (ref readonly var post in Posts.AsSpan())
        {
            if (post.Id == postId && position >= post.FirstPosition && position < post.FirstPosition + post.EntryCount)
            {
                return post.FirstEntry + position - post.FirstPosition;
            }
        }
        return null;
    }

    /// <summary>The post that an entry belongs to.</summary>
    public SegmentPost PostOf(int entry)
    {
        var (low, high) = (0, Posts.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Posts[middle].FirstEntry <= entry ? (middle, high) : (low, middle - 1);
        }
        return Posts[low];
    }

    private static (int, int)[] Runs(IEnumerable<SegmentPost> posts)
    {
        List<(int First, int Last)> runs = [];
        foreach (var post in posts.Where(post => post is { EndDay: > 0, Precision: DatePrecision.Day }).OrderBy(post => post.StartDay))
        {
            if (runs.Count > 0 && post.StartDay <= runs[^1].Last + 1)
            {
                runs[^1] = (runs[^1].First, Math.Max(runs[^1].Last, post.EndDay));
            }
            else
            {
                runs.Add((post.StartDay, post.EndDay));
            }
        }
        return [.. runs];
    }
}
