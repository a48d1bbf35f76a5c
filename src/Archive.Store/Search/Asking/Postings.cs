using Archive.Store.Search.Index;

namespace Archive.Store.Search.Asking;

/// <summary>What the index holds of the terms that a search needs, by segment.</summary>
internal sealed class Postings
{
    private readonly Dictionary<(string Term, long Segment), Posting> exact = [];
    private readonly Dictionary<(string Beginning, long Segment), List<Posting>> ranges = [];
    private readonly Dictionary<(string Beginning, long Segment), ulong[]> joined = [];

    private readonly HashSet<string> terms = new(StringComparer.Ordinal);

    /// <summary>Whether any segment has it.</summary>
    public bool Has(string term) => terms.Contains(term);

    public Posting? Of(string term, long segment) => exact.TryGetValue((term, segment), out var posting) ? posting : null;

    /// <summary>Of each word that begins so, where places were asked for.</summary>
    public List<Posting> Beginning(string beginning, long segment) => ranges.GetValueOrDefault((beginning, segment)) ?? [];

    /// <summary>The entries that have a word that begins so.</summary>
    public ulong[]? Joined(string beginning, long segment) => joined.GetValueOrDefault((beginning, segment));

    public void Add(string term, long segment, Posting posting)
    {
        terms.Add(term);
        exact[(term, segment)] = posting;
    }

    public void AddTo(string beginning, long segment, Posting posting)
    {
        if (!ranges.TryGetValue((beginning, segment), out var list))
        {
            ranges[(beginning, segment)] = list = [];
        }
        list.Add(posting);
    }

    public void Join(string beginning, SegmentView segment, byte[] entries)
    {
        if (!joined.TryGetValue((beginning, segment.Id), out var set))
        {
            joined[(beginning, segment.Id)] = set = EntrySet.Empty();
        }
        EntrySet.ReadInto(set, entries, segment.Count);
    }
}

/// <param name="Places">Read only where a phrase needs them.</param>
internal readonly record struct Posting(byte[] Entries, byte[]? Places);
