using System.Runtime.InteropServices;

namespace Archive.Store.Search.Index;

/// <summary>What stands where in a segment, while its entries come in: in one array for all terms, for there are ten thousand of them.</summary>
internal sealed class SegmentTerms
{
    private const int Nowhere = -1;

    private readonly Dictionary<string, int> numbers = new(4096, StringComparer.Ordinal);
    private readonly List<string> terms = new(4096);
    private readonly List<(int Term, int Entry, int Place)> found = new(65536);

    /// <summary>Adds a term of an entry, which is none of those before the last one's.</summary>
    public void Add(string term, int entry) => Add(term, entry, Nowhere);

    /// <param name="place">Where the term, a word, stands in the entry.</param>
    public void Add(string term, int entry, int place)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, term, out var isKnown);
        if (!isKnown)
        {
            number = terms.Count;
            terms.Add(term);
        }
        found.Add((number, entry, place));
    }

    /// <summary>The words of the texts.</summary>
    public IEnumerable<string> Words => terms.Where(IndexTerm.IsWord);

    /// <summary>The postings of the beginnings of words and of all terms, each with its entries in a segment of so many; in the order of the table.</summary>
    public IEnumerable<SearchPosting> Postings(long segment, int of)
    {
        var (starts, sorted) = Sorted();
        var byName = Enumerable.Range(0, terms.Count).ToArray();
        Array.Sort(terms.ToArray(), byName, StringComparer.Ordinal);
        NumberWriter written = new();
        List<int> entries = [];
        var beginnings = new WordBeginnings();
        foreach (var term in byName.Where(term => IndexTerm.IsWord(terms[term])))
        {
            beginnings.Add(terms[term], Entries(term));
        }
        foreach (var (beginning, having) in beginnings.All())
        {
            yield return new() { Term = beginning, SegmentId = segment, Count = having.Length, Entries = EntrySet.Write(having, of, written) };
        }
        foreach (var term in byName)
        {
            yield return new()
            {
                Term = terms[term],
                SegmentId = segment,
                Count = Entries(term).Count,
                Entries = EntrySet.Write(entries, of, written),
                Places = sorted[starts[term]].Place == Nowhere ? null : Places.Write(sorted.AsSpan(starts[term]..starts[term + 1]), written),
            };
        }

        // Each once; read before the next is asked for.
        List<int> Entries(int term)
        {
            entries.Clear();
            for (var i = starts[term]; i < starts[term + 1]; i++)
            {
                if (entries.Count == 0 || entries[^1] != sorted[i].Entry)
                {
                    entries.Add(sorted[i].Entry);
                }
            }
            return entries;
        }
    }

    // By terms, and in each as they came.
    private (int[] Starts, (int Entry, int Place)[] Sorted) Sorted()
    {
        var starts = new int[terms.Count + 1];
        foreach (var (term, _, _) in found)
        {
            starts[term + 1]++;
        }
        for (var term = 0; term < terms.Count; term++)
        {
            starts[term + 1] += starts[term];
        }
        var next = starts.AsSpan(0, terms.Count).ToArray();
        var sorted = new (int Entry, int Place)[found.Count];
        foreach (var (term, entry, place) in found)
        {
            sorted[next[term]++] = (entry, place);
        }
        return (starts, sorted);
    }
}
